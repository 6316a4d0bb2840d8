import {
  createBrowserSandbox,
  serveByServiceWorker,
} from '/node_modules/@windmill-user-api/sandbox/dist/worker/index.js'

// A page without a build step: what it knows of the sandbox is the package's folder below its own origin.

const credentials = { email: 'admin@windmill.dev', password: 'changeme' }
const json = { 'Content-Type': 'application/json' }

/** Logs in and creates a token through a sandbox in memory. */
window.useMemory = async () => {
  const began = performance.now()
  let loaded = 0
  const sandbox = await createBrowserSandbox({ onProgress: (bytes) => (loaded = bytes) })
  const milliseconds = performance.now() - began
  const token = await logIn(sandbox.fetch)
  await createToken(sandbox.fetch, token, 'first')
  const labels = await listLabels(sandbox.fetch, token)
  await sandbox.reset()
  const afterReset = await sandbox.fetch('/api/users/email', { headers: bearer(token) })
  await sandbox.close()
  const afterClose = await sandbox.fetch('/api/users/email').catch(({ message }) => message)
  return { milliseconds, loaded, labels, afterReset: afterReset.status, afterClose }
}

/** Starts the sandbox that the browser keeps under a name, creates a token, and tells which there are. */
window.useKept = async (label, name) => {
  const { fetch, token } = await startKept(name)
  await createToken(fetch, token, label)
  return await listLabels(fetch, token)
}

/** Creates an account, and does nothing after it. */
window.createAccount = async (email, name) => {
  const { fetch, token } = await startKept(name)
  const response = await fetch('/api/users/create', {
    method: 'POST',
    headers: { ...json, ...bearer(token) },
    body: JSON.stringify({ email, password: 'enigma-decoded', super_admin: false, name: 'Alan Turing' }),
  })
  return response.status
}

/** The e-mails of the accounts that are kept under a name. */
window.listAccounts = async (name) => {
  const { fetch, token } = await startKept(name)
  const response = await fetch('/api/users/list_as_super_admin', { headers: bearer(token) })
  return (await response.json()).map(({ email }) => email)
}

/** Creates many tokens, all at once. */
window.writeMany = async (label, count, name) => {
  const { fetch, token } = await startKept(name)
  const numbers = Array.from({ length: count }, (_, index) => index)
  await Promise.all(numbers.map((index) => createToken(fetch, token, `${label}, ${index}`)))
}

/** Starts two as React's strict mode does, where the first is closed as soon as it has started. */
window.useTwice = async (label, name) => {
  const closing = createBrowserSandbox({ persist: name }).then((sandbox) => sandbox.close())
  const labels = await window.useKept(label, name)
  await closing
  return labels
}

async function startKept(name) {
  window.kept ??= await createBrowserSandbox({ persist: name })
  window.token ??= await logIn(window.kept.fetch)
  return { fetch: window.kept.fetch, token: window.token }
}

/** The same at a path of the page's origin. */
window.useServiceWorker = async () => {
  const sandbox = await createBrowserSandbox()
  const stop = await serveByServiceWorker(sandbox)
  const token = await logIn(fetch)
  const email = await (await fetch('/api/users/email', { headers: bearer(token) })).text()
  stop()
  await sandbox.close()
  return { email, other: (await fetch('/page.js')).status }
}

/** What a browser without the worker's files says. */
window.useWrongPlace = () =>
  createBrowserSandbox({ worker: '/nowhere/thread.js' }).catch(({ message }) => message)

/** A seed that is wrong is refused as elsewhere. */
window.useWrongSeed = () =>
  createBrowserSandbox({ seed: { accounts: [], workspaces: [], members: [] } }).catch(
    ({ message }) => message,
  )

function bearer(token) {
  return { Authorization: `Bearer ${token}` }
}

async function logIn(fetch) {
  const response = await fetch('/api/auth/login', {
    method: 'POST',
    headers: json,
    body: JSON.stringify(credentials),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

async function createToken(fetch, token, label) {
  const headers = { ...json, ...bearer(token) }
  const response = await fetch('/api/users/tokens/create', {
    method: 'POST',
    headers,
    body: JSON.stringify({ label }),
  })
  if (response.status !== 201) throw new Error(await response.text())
}

async function listLabels(fetch, token) {
  const response = await fetch('/api/users/tokens/list', { headers: bearer(token) })
  return (await response.json()).map(({ label }) => label).filter((label) => label !== 'session')
}
