import { libraryOfModules } from '../../tsdown.shared.ts'

export default libraryOfModules({ index: 'src/index.ts', 'react-server': 'src/react-server.ts' })
