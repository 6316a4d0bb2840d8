// What a user of the packages does, in one file: the client calls the sandbox, and the others are loaded beside them.
import { createUserApi } from '@windmill-user-api/client'
import { createSandbox } from '@windmill-user-api/sandbox'
import '@windmill-user-api/contract-tests'
import '@windmill-user-api/msw'
import '@windmill-user-api/react-query'

const sandbox = await createSandbox()
const fetch = (url, options) => sandbox.fetch(new Request(url, options))
const visitor = createUserApi({ baseUrl: 'http://localhost/api', auth: { kind: 'none' }, fetch })
const token = await visitor.login({ body: { email: 'admin@windmill.dev', password: 'changeme' } })
const api = createUserApi({ baseUrl: 'http://localhost/api', auth: { kind: 'bearer', token }, fetch })
process.stdout.write((await api.globalWhoami()).email)
await sandbox.close()
