import { OpenAPI, UserService } from '../generated/openapi-typescript-codegen/index.ts'
import { tell } from './tell.ts'

OpenAPI.BASE = process.argv[2] ?? 'http://localhost:8000/api'
OpenAPI.TOKEN = await UserService.login({ email: 'admin@windmill.dev', password: 'changeme' })

const me = await UserService.globalWhoami()
const users = await UserService.listUsers('demo')
tell(me, users)
