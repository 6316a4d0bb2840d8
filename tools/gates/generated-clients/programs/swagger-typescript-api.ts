import { Api } from '../generated/swagger-typescript-api/client.ts'
import { tell } from './tell.ts'

const baseUrl = process.argv[2] ?? 'http://localhost:8000/api'

const api = new Api<string>({
  baseUrl,
  securityWorker: (token) => (token ? { headers: { Authorization: `Bearer ${token}` } } : {}),
})
// It parses JSON by itself. Of plain text it has to be told.
const credentials = { email: 'admin@windmill.dev', password: 'changeme' }
const { data: token } = await api.auth.login(credentials, { format: 'text' })

api.setSecurityData(token)
const { data: me } = await api.users.globalWhoami()
const { data: users } = await api.w.listUsers('demo')
tell(me, users)
