import { createUserApi } from '@windmill-user-api/client'
import { fetch, ProxyAgent } from 'undici'

const {
  WINDMILL_URL: baseUrl = 'http://localhost:8000/api',
  WINDMILL_TOKEN: token = '',
  PROXY_URL = 'http://localhost:3128',
} = process.env

const dispatcher = new ProxyAgent(PROXY_URL)
const api = createUserApi({
  baseUrl,
  auth: { kind: 'bearer', token },
  fetch: (url, init) => fetch(url, { ...init, dispatcher }),
})

console.log(await api.getCurrentEmail())
