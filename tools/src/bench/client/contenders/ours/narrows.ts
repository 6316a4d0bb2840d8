import { createUserApi, isErrorOf } from '@windmill-user-api/client'

const api = createUserApi({ baseUrl: '/api', auth: { kind: 'none' } })
try {
  await api.whois({ workspace: 'demo', username: 'ada' })
} catch (error) {
  if (!isErrorOf('whois', error)) throw error
  // @ts-expect-error a failure of any kind has no body that can be relied on
  error.body satisfies string | undefined
  if (error.status === 404) error.body satisfies string | undefined
}
