import { createUserApi, isUserApiError, openSession } from '@windmill-user-api/client'

// Another origin than the page's: the server has to allow it, and the token is sent instead of a cookie.
const baseUrl = new URLSearchParams(location.search).get('api') ?? 'http://localhost:8000/api'
const workspace = 'demo'

const login = document.querySelector('#login')
const members = document.querySelector('#members')
const heading = document.querySelector('h1')
const alert = document.querySelector('[role=alert]')

/** @type {import('@windmill-user-api/client').UserApi} */
let api = createUserApi({ baseUrl, auth: { kind: 'none' } })

onSubmit(login, async (body) => {
  api = await openSession({ baseUrl }, ({ login }) => login({ body }))
  heading.textContent = await api.getCurrentEmail()
  await showMembers()
  login.hidden = true
  heading.hidden = members.hidden = false
})

onSubmit(members, async ({ email, username }) => {
  await api.createUser({ workspace, body: { email, username, is_admin: false } })
  await showMembers()
})

async function showMembers() {
  const usernames = await api.listUsernames({ workspace })
  const items = usernames.map((username) =>
    Object.assign(document.createElement('li'), { textContent: username }),
  )
  members.querySelector('ul').replaceChildren(...items)
}

/** Calls back with what was entered, and shows why it failed. */
function onSubmit(form, send) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    alert.textContent = ''
    try {
      await send(Object.fromEntries(new FormData(form)))
    } catch (error) {
      if (!isUserApiError(error)) throw error
      alert.textContent = error.kind === 'status' ? error.body : error.message
    }
  })
}
