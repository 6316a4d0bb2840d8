import type { Validate } from './answer.ts'
import type { Credentials } from './auth.ts'
import type { LimitOptions } from './call-options.ts'
import type { Fetch, FetchInit } from './fetch.ts'
import type { Hooks } from './hooks.ts'

/** What every request to one server has in common. */
export interface Connection {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly requestInit: Pick<FetchInit, 'credentials' | 'redirect'>
  readonly credentials: Credentials
  readonly fetch: Fetch
  readonly hooks: Hooks
  readonly limits: LimitOptions
  readonly validate: Validate | undefined
}
