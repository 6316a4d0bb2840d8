import { createUserApi } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
})

const result = await api.whois.safe({ workspace: 'demo', username: 'nobody' })
if (result.ok) console.log(result.value.email, result.response.headers.get('Date'))
else if (result.error.status === 404) console.log(`Nobody: ${result.error.body}`)
else console.log(`No answer to go by: ${result.error.message}`)
