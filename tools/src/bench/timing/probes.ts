/** Something that may take longer for an e-mail that has an account. */
export interface Probe {
  readonly name: string
  /** How often one e-mail may be used. */
  readonly attemptsPerEmail: number
  /** Prepares an attempt, which is not measured, and returns the request that is. */
  prepare(url: string, email: string): Promise<() => Promise<Response>>
  /** What each attempt must get, with an account or without one. */
  readonly status: number
}

const json = { 'Content-Type': 'application/json' }

/** Ten failures of one e-mail are allowed (`login-limit.ts`). */
const login: Probe = {
  name: 'login with a wrong password',
  attemptsPerEmail: 10,
  status: 400,
  prepare: async (url, email) => {
    const body = JSON.stringify({ email, password: 'wrong' })
    return () => fetch(`${url}/auth/login`, { method: 'POST', headers: json, body })
  },
}

/** The page of the built-in provider, once somebody has said who they are. */
const authorize: Probe = {
  name: "the built-in provider's consent",
  attemptsPerEmail: Number.POSITIVE_INFINITY,
  status: 303,
  prepare: async (url, email) => {
    const { location } = await beginLogin(url, email)
    return () => fetch(location, { redirect: 'manual' })
  },
}

/** An account by the provider, or none yet: both get in. */
const callback: Probe = {
  name: 'loginWithOauth',
  attemptsPerEmail: 1,
  status: 200,
  prepare: async (url, email) => finishing(url, email),
}

export const probes: readonly Probe[] = [login, authorize, callback]

async function beginLogin(url: string, email: string) {
  const { headers } = await fetch(`${url}/oauth/login/sandbox`, { redirect: 'manual' })
  const [cookie = ''] = (headers.get('Set-Cookie') ?? '').split(';')
  return { cookie, location: `${headers.get('Location')}&login_hint=${encodeURIComponent(email)}` }
}

async function finishing(url: string, email: string): Promise<() => Promise<Response>> {
  const { cookie, location } = await beginLogin(url, email)
  const { headers } = await fetch(location, { redirect: 'manual' })
  const { searchParams } = new URL(headers.get('Location') ?? '')
  const body = JSON.stringify({ code: searchParams.get('code'), state: searchParams.get('state') })
  return () =>
    fetch(`${url}/oauth/login_callback/sandbox`, {
      method: 'POST',
      headers: { ...json, Cookie: cookie },
      body,
    })
}

/** Makes an account by the provider. */
export async function signUp(url: string, email: string): Promise<void> {
  await (await (await finishing(url, email))()).text()
}
