import { readFile } from 'node:fs/promises'
import { createUserApi } from '@windmill-user-api/client'
import { Agent, fetch } from 'undici'

const {
  WINDMILL_URL: baseUrl = 'https://localhost:8443/api',
  WINDMILL_TOKEN: token = '',
  ROOT_CERTIFICATE = 'root.pem',
} = process.env

const dispatcher = new Agent({ connect: { ca: await readFile(ROOT_CERTIFICATE) }, allowH2: true })
const api = createUserApi({
  baseUrl,
  auth: { kind: 'bearer', token },
  fetch: (url, init) => fetch(url, { ...init, dispatcher }),
})

console.log(await api.getCurrentEmail())
