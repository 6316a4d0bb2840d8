import type { OptionExamples } from './refuse-wrong-options.ts'
import type { Selection } from './select-contracts.ts'
import type { SessionOptions } from './session.ts'

const aFunction = () => undefined

/** One of each option of a session. */
export const sessionExamples: OptionExamples<SessionOptions> = {
  baseUrl: 'http://localhost:8000/api',
  admin: { email: 'admin@windmill.dev', password: 'changeme' },
  accounts: { user: { email: 'ada@example.com', password: 'analytical-engine' } },
  implements: ['login', 'logout'],
  fetch: aFunction,
  timeout: 10_000,
  run: 'nightly7',
  seed: 1,
  profile: 'quick',
  workspace: 'demo',
  keepCalls: true,
  signal: new AbortController().signal,
  manifest: '.windmill-contract',
  onBegin: aFunction,
}

/** One of each option that chooses checks. */
export const selectionExamples: OptionExamples<Selection> = {
  filter: ['createToken'],
  rules: ['valid-call'],
  implements: ['login', 'logout'],
  internal: true,
  profile: 'quick',
  shard: { index: 1, count: 3 },
}

/** One of each option of a run. */
export const runExamples = {
  ...sessionExamples,
  ...selectionExamples,
  concurrency: 8,
  bail: true,
  deviations: { deviations: [] },
  onCheck: aFunction,
}
