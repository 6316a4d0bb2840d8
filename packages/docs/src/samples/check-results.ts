import { createUserApi } from '@windmill-user-api/client'
import { validate } from '@windmill-user-api/client/validate'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
  validate,
})

// A member that is missing or of another type is a DecodeError here.
const me = await api.globalWhoami()
console.log(me.email)
