import { createUserApi } from '@windmill-user-api/client'

// Shows the member whom the query names.
const api = createUserApi({ baseUrl: '/api', auth: { kind: 'cookie' } })
const username = new URLSearchParams(location.search).get('username') ?? 'ada'
const result = await api.whois.safe({ workspace: 'demo', username })
const text = result.ok
  ? `${result.value.email}${result.value.is_admin ? ', admin' : ''}`
  : `Failed: ${result.error.status ?? result.error.kind}`
document.querySelector('#member')?.replaceChildren(text)
