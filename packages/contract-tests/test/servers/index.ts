import { answers200, answers404AsJson, answers404AsText, answersWithWebPage } from './answers-everything.ts'
import { conforming, different } from './different.ts'
import { dying } from './dying.ts'
import { flaky, redirecting, slow } from './gateway.ts'
import { hostile } from './hostile-text.ts'
import {
  endingTokens,
  keepsAccounts,
  singleSession,
  threeOperations,
  withoutCreateUser,
  withoutDeleteGlobalUser,
} from './partial.ts'
import {
  breakingOff,
  endless,
  gzipBomb,
  informational,
  notHttp,
  resetting,
  severed,
  silent,
} from './transport.ts'
import type { ZooServer } from './zoo-server.ts'

export { differences } from './differences/index.ts'
export { createServer } from './independent/create-server.ts'
export type { ExpectedFinding, GivenAccount, RunningServer, Severity, ZooServer } from './zoo-server.ts'

/** Every server of the zoo. */
export const zoo: readonly ZooServer[] = [
  conforming,
  different,
  answers200,
  answers404AsJson,
  answers404AsText,
  answersWithWebPage,
  threeOperations,
  withoutCreateUser,
  withoutDeleteGlobalUser,
  keepsAccounts,
  singleSession,
  endingTokens,
  dying,
  resetting,
  breakingOff,
  severed,
  hostile,
  slow,
  flaky,
  redirecting,
  endless,
  informational,
  notHttp,
  gzipBomb,
  silent,
]
