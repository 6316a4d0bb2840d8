import { client } from '../generated/hey-api/client.gen.ts'
import { globalWhoami, listUsers, login } from '../generated/hey-api/index.ts'
import { tell } from './tell.ts'

const baseUrl = process.argv[2] ?? 'http://localhost:8000/api'

client.setConfig({ baseUrl })
const { data: token } = await login({
  body: { email: 'admin@windmill.dev', password: 'changeme' },
  throwOnError: true,
})

client.setConfig({ baseUrl, auth: token })
const { data: me } = await globalWhoami({ throwOnError: true })
const { data: users } = await listUsers({ path: { workspace: 'demo' }, throwOnError: true })
tell(me, users)
