import { differences } from './differences/index.ts'
import { createServer } from './independent/create-server.ts'
import type { ZooServer } from './zoo-server.ts'

/** Server 1 of the zoo: another implementation, which reads the contract otherwise in more than twenty places. */
export const different: ZooServer = {
  name: 'different',
  summary: 'differs in every group at once, and createUser is broken',
  start: () => createServer({ differences: differences.map(({ name }) => name) }),
  findings: differences.map(({ finding }) => finding),
  exitStatus: 1,
}

/** The same implementation without a difference: nothing is to be said of it. */
export const conforming: ZooServer = {
  name: 'conforming',
  summary: 'keeps the contract',
  start: () => createServer(),
  findings: [],
  exitStatus: 0,
}
