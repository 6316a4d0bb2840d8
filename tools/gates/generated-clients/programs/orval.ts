import { globalWhoami, listUsers, login } from '../generated/orval/index.ts'
import { tell } from './tell.ts'

// The base URL is part of what is generated.
const session = await login({ email: 'admin@windmill.dev', password: 'changeme' })
if (session.status !== 200) throw new Error(session.data)

const options = { headers: { Authorization: `Bearer ${session.data}` } }
const me = await globalWhoami(options)
if (me.status !== 200) throw new Error(me.data)
const users = await listUsers('demo', options)
if (users.status !== 200) throw new Error(users.data)
tell(me.data, users.data)
