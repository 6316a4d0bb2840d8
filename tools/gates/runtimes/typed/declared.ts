import type { InfiniteData } from '@tanstack/react-query'
import type { CreateTokenInput, WhoisInput } from '@windmill-user-api/client'
import {
  type Client,
  createClient,
  createUserApi,
  type ErrorOf,
  globalWhoami,
  type ResultOf,
  type SafeResult,
  type UserApi,
} from '@windmill-user-api/client'
import {
  createHandlers,
  type Handlers,
  type OperationHandler,
  type WhoisAnswers,
} from '@windmill-user-api/msw'
import {
  createTokenMutation,
  type InfiniteQueryHookResult,
  type MutationOptions,
  type QueryHookResult,
  type QueryOptions,
  useListUsernames,
  useListUsersAsSuperAdminInfinite,
  whoisQuery,
} from '@windmill-user-api/react-query'
import type { HttpHandler } from 'msw'

// Compiled with `isolatedDeclarations`, and never run: what a library over ours exports, each with the type that it has to name.

export const api: UserApi = createUserApi({ baseUrl: '/api', auth: { kind: 'cookie' } })
export const client: Client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })
export const me: Promise<ResultOf<'globalWhoami'>> = globalWhoami(client)

export function ada(): Promise<SafeResult<'whois'>> {
  return api.whois.safe({ workspace: 'demo', username: 'ada' })
}

export function explain(error: ErrorOf<'whois'>): string {
  return error.message
}

export const adaQuery: QueryOptions<'whois', WhoisInput> = whoisQuery(client, {
  workspace: 'demo',
  username: 'ada',
})
export const tokenMutation: MutationOptions<'createToken', CreateTokenInput> = createTokenMutation(client)

export function useNames(): QueryHookResult<'listUsernames', string[]> {
  return useListUsernames({ workspace: 'demo' })
}

export function useAccounts(): InfiniteQueryHookResult<
  'listUsersAsSuperAdmin',
  InfiniteData<ResultOf<'listUsersAsSuperAdmin'>, number>
> {
  return useListUsersAsSuperAdminInfinite({ per_page: 10 })
}

export const handlers: Handlers = createHandlers({ baseUrl: '/api' })
export const whois: OperationHandler<'whois', WhoisAnswers> = handlers.whois
export const nobody: HttpHandler = handlers.whois(404)
