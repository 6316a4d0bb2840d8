import { library } from '../../tsdown.shared.ts'

export default library({ index: 'src/index.ts', 'validate/index': 'src/validate/index.ts' })
