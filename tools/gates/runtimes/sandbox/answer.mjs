import { createRequire } from 'node:module'

// The sandbox as ESM and as CommonJS, in one process: each answers a login.

const require = createRequire(import.meta.url)
const copies = {
  import: await import('@windmill-user-api/sandbox/node'),
  require: require('@windmill-user-api/sandbox/node'),
}
const told = {}

for (const [how, { createSandbox }] of Object.entries(copies)) {
  const sandbox = await createSandbox()
  const request = new Request('http://localhost/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' }),
  })
  told[how] = (await sandbox.fetch(request)).status
  await sandbox.close()
}

console.log(JSON.stringify(told))
