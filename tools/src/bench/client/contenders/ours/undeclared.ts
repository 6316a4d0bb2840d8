import { createUserApi, isErrorOf } from '@windmill-user-api/client'

const api = createUserApi({ baseUrl: '/api', auth: { kind: 'none' } })
try {
  await api.whois({ workspace: 'demo', username: 'ada' })
} catch (error) {
  if (isErrorOf('whois', error) && error.status === 502) console.log(error.message)
}
