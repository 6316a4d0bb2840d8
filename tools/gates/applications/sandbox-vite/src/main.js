import { createUserApi } from '@windmill-user-api/client'
import { createBrowserSandbox } from '@windmill-user-api/sandbox/worker'

const { url: baseUrl, fetch } = await createBrowserSandbox({ persist: 'sandbox-vite' })
const visitor = createUserApi({ baseUrl, fetch, auth: { kind: 'none' } })
const token = await visitor.login({ body: { email: 'admin@windmill.dev', password: 'changeme' } })
const api = createUserApi({ baseUrl, fetch, auth: { kind: 'bearer', token } })

await api.createToken({ body: { label: 'visit' } })
const visits = (await api.listTokens()).filter(({ label }) => label === 'visit')
const paragraph = document.createElement('p')
paragraph.textContent = `${(await api.globalWhoami()).email}, visits: ${visits.length}`
document.body.append(paragraph)
