import { isErrorOf } from '@windmill-user-api/client'
import { Form, redirect } from 'react-router'
import { anyone, session, userApi } from '../user-api.server'
import type { Route } from './+types/home'

const workspace = 'demo'

export async function loader({ request }: Route.LoaderArgs) {
  const api = await userApi(request)
  if (!api) return undefined
  const [email, usernames] = await Promise.all([api.getCurrentEmail(), api.listUsernames({ workspace })])
  return { email, usernames }
}

export async function action({ request }: Route.ActionArgs) {
  const entered = await request.formData()
  const field = (name: string) => String(entered.get(name))
  const api = await userApi(request)
  if (!api) {
    const token = await anyone.login({ body: { email: field('email'), password: field('password') } })
    return redirect('/', { headers: { 'Set-Cookie': await session.serialize(token) } })
  }
  try {
    const body = { email: field('email'), username: field('username'), is_admin: false }
    return await api.createUser({ workspace, body })
  } catch (error) {
    if (isErrorOf('createUser', error) && error.status === 400) return error.body
    throw error
  }
}

export default function Home({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      {loaderData ? <Members {...loaderData} /> : <Login />}
      <p role="status">{actionData}</p>
    </>
  )
}

function Login() {
  return (
    <Form method="post">
      <input name="email" type="email" aria-label="E-mail" />
      <input name="password" type="password" aria-label="Password" />
      <button type="submit">Log in</button>
    </Form>
  )
}

function Members({ email, usernames }: { readonly email: string; readonly usernames: readonly string[] }) {
  return (
    <>
      <h1>{email}</h1>
      <Form method="post" aria-label={`Members of ${workspace}`}>
        <ul>
          {usernames.map((username) => (
            <li key={username}>{username}</li>
          ))}
        </ul>
        <input name="email" type="email" aria-label="E-mail" />
        <input name="username" aria-label="Username" />
        <button type="submit">Add</button>
      </Form>
    </>
  )
}
