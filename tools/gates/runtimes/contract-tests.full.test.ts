import { describePackedContractTests } from './packed-contract-tests.ts'

describePackedContractTests(['22', '24'])
