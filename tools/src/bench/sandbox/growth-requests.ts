/** A request that is sent alone. */
export interface SingleRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The next one of a kind: what creates something creates something else each time. */
export type NextRequest = () => SingleRequest

const ada = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
const json = { 'Content-Type': 'application/json' }
const accountsOfPage = 5

/** Whom everybody is a member of: see `fillUpTo`. */
const large = '/w/everybody'

/** Requests whose answers are as long whatever there is: what may grow is the looking for them. By operation. */
export async function growthRequests(url: string, accounts: number): Promise<Record<string, NextRequest>> {
  const loginAs = (email: string, password: string) =>
    request(url, 'POST', '/auth/login', { body: { email, password } })
  const admin = loginAs('admin@windmill.dev', 'changeme')
  const token = await (await fetch(admin.url, admin)).text()
  const get =
    (path: string, bearer = ada) =>
    () =>
      request(url, 'GET', path, { bearer })
  const change = (path: string, bodyOf: (number: number) => unknown) => {
    let number = 0
    return () => request(url, 'POST', path, { bearer: token, body: bodyOf(++number) })
  }
  const page = (number: number) =>
    get(`/users/list_as_super_admin?per_page=${accountsOfPage}&page=${number}`, token)
  return {
    getCurrentEmail: get('/users/email'),
    globalWhoami: get('/users/whoami'),
    'whoami, in the largest workspace': get(`${large}/users/whoami`, token),
    'whois, in the largest workspace': get(`${large}/users/whois/person1`, token),
    'listUsers (3 members)': get('/w/demo/users/list'),
    'listUsernames (3 members)': get('/w/demo/users/list_usernames'),
    'listTokens (1 token)': get('/users/tokens/list'),
    'listWorkspaceInvites (1 invite)': get('/users/list_invites'),
    'listUsersAsSuperAdmin, first page': page(1),
    'listUsersAsSuperAdmin, middle page': page(1 + accounts / 2 / accountsOfPage),
    createToken: change('/users/tokens/create', () => ({})),
    'updateUser, in the largest workspace': change(`${large}/users/update/person1`, () => ({
      is_admin: false,
    })),
    'inviteUser, to the largest workspace': change(`${large}/workspaces/invite_user`, (number) => ({
      email: `invited${number}@example.com`,
      is_admin: false,
    })),
    'createUser, in the largest workspace': change(`${large}/users/add`, (number) => ({
      email: `joined${number}@example.com`,
      username: `joined${number}`,
      is_admin: false,
    })),
    createWorkspace: change('/workspaces/create', (number) => ({
      id: `new-${number}`,
      name: 'New',
      username: 'admin',
    })),
    login: () => loginAs('grace@example.com', 'nanoseconds-matter'),
  }
}

function request(
  url: string,
  method: string,
  path: string,
  { bearer, body }: { readonly bearer?: string; readonly body?: unknown },
): SingleRequest {
  const headers = {
    ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
    ...(body !== undefined && json),
  }
  return { url: `${url}${path}`, method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
}
