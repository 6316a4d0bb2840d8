import { client } from '../generated/redocly/client.ts'
import { tell } from './tell.ts'

const serverUrl = process.argv[2] ?? 'http://localhost:8000/api'

client.configure({ serverUrl })
const token = await client.login({ body: { email: 'admin@windmill.dev', password: 'changeme' } })

client.configure({ serverUrl, auth: { bearer: token } })
const me = await client.globalWhoami()
const users = await client.listUsers({ path: { workspace: 'demo' } })
tell(me, users)
