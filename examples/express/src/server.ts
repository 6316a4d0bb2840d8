import { openSession } from '@windmill-user-api/client'
import { createApp } from './app.ts'

const {
  USER_API: baseUrl = 'http://localhost:8000/api',
  USER_API_EMAIL: email = 'grace@example.com',
  USER_API_PASSWORD: password = 'nanoseconds-matter',
  PORT: port = '3000',
} = process.env

// A server outlives its token: with `renew` it logs in again when the token has expired.
const api = await openSession({ baseUrl, renew: true }, ({ login }) => login({ body: { email, password } }))
createApp(api).listen(Number(port), () => console.log(`http://localhost:${port}/teams/demo`))
