import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { newAccount } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { ScenarioCheck } from './scenario.ts'

/** How an operation is called on the account of an e-mail that stands in its path as it is. */
interface OnAccount {
  readonly operation: 'deleteGlobalUser' | 'globalUserUpdate'
  readonly method: string
  /** What stands before the e-mail. */
  readonly path: string
  readonly body?: string
}

/** A plus sign is a space in forms alone: in a path it is itself (RFC 3986, section 3.3). */
export function takesPlus({ operation, method, path, body }: OnAccount): ScenarioCheck<Fixtures> {
  return {
    rule: 'path-encoding',
    title: 'finds an e-mail with a plus sign, percent-encoded or not',
    situation: 'a plus sign',
    async run(fixtures) {
      const headers = {
        authorization: `Bearer ${fixtures.admin.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }
      await each([(email: string) => email, encodeURIComponent], async (encode) => {
        const account = newAccount(fixtures, 'tag+news')
        await fixtures.api.succeed('createUserGlobally', { body: account }, fixtures.admin.token)
        const named = path + encode(account.email)
        const request = { path: named, method, headers, ...(body !== undefined && { body }) }
        expectStatus(await fixtures.api.request(operation, request), '200')
      })
    },
  }
}
