import { library } from '../../tsdown.shared.ts'

export default library({ index: 'src/index.ts', 'react-server': 'src/react-server.ts' })
