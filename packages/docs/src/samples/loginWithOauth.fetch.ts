const baseUrl = 'http://localhost:8000/api'

// A browser does these two steps by itself: it is sent to the provider,
// and comes back with a code and a state. The sandbox's own provider asks
// nothing, and takes the e-mail from `login_hint`.
const start = await fetch(`${baseUrl}/oauth/login/sandbox`, { redirect: 'manual' })
const [csrfCookie = ''] = start.headers.get('Set-Cookie')?.split(';') ?? []
const provider = new URL(start.headers.get('Location') ?? '', baseUrl)
provider.searchParams.set('login_hint', 'margaret@example.com')
const back = await fetch(provider, { redirect: 'manual' })
const { searchParams } = new URL(back.headers.get('Location') ?? '', baseUrl)

// What is left is the call itself, with the cookie that belongs to the state.
const response = await fetch(`${baseUrl}/oauth/login_callback/sandbox`, {
  method: 'POST',
  headers: { Cookie: csrfCookie, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    code: searchParams.get('code'),
    state: searchParams.get('state'),
  }),
})
if (!response.ok) throw new Error(await response.text())
console.log(await response.text())
