import { describePackedContractTests } from './packed-contract-tests.ts'

// Those between are in contract-tests.full.test.ts.
describePackedContractTests(['20', '26'])
