import { library } from '../../tsdown.shared.ts'

export default library({ index: 'src/index.ts', fixtures: 'src/fixtures.ts' })
