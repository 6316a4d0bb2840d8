// Installs the tarballs of a folder in a fresh project with npm, and uses them with the Node that runs this: on systems and versions
// of Node where the workspace itself is not installed. `node tools/gates/published/try-tarballs.mjs tarballs`
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder of the tarballs: node try-tarballs.mjs tarballs')

const project = mkdtempSync(path.join(tmpdir(), 'windmill-user-api-tarballs-'))
const account = { email: 'admin@windmill.dev', password: 'changeme' }

try {
  install()
  await say('the packages can be required', requireAll)
  await say('the client calls the sandbox, and the contract holds', callSandbox)
} finally {
  rmSync(project, { recursive: true, force: true, maxRetries: 5 })
}

async function say(what, check) {
  await check()
  console.log(`Node ${process.version} on ${process.platform}: ${what}`)
}

function install() {
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const manifest = { name: 'fresh-project', private: true, type: 'module' }
  writeFileSync(path.join(project, 'package.json'), JSON.stringify(manifest))
  const files = tarballs.map((name) => path.resolve(folder, name))
  // On Windows npm is a script, which only a shell starts.
  const options = { cwd: project, stdio: 'inherit', shell: process.platform === 'win32' }
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...files], options)
}

function requireAll() {
  const entries = ['client', 'client/validate', 'contract-tests', 'msw/fixtures', 'sandbox', 'sandbox/node']
  const script = entries.map((entry) => `require('@windmill-user-api/${entry}')`).join('\n')
  writeFileSync(path.join(project, 'require.cjs'), script)
  execFileSync(process.execPath, ['require.cjs'], { cwd: project, stdio: 'inherit' })
}

async function callSandbox() {
  const sandbox = spawn(process.execPath, [commandOf('sandbox'), '--port', '8123'], { cwd: project })
  try {
    for await (const line of createInterface({ input: sandbox.stdout })) if (line.includes(':8123')) break
    const baseUrl = 'http://localhost:8123/api'
    writeFileSync(path.join(project, 'call.mjs'), programFor(baseUrl))
    execFileSync(process.execPath, ['call.mjs'], { cwd: project, stdio: 'inherit' })
    const { email, password } = account
    const options = ['--base-url', baseUrl, '--admin-email', email, '--admin-password', password]
    execFileSync(process.execPath, [commandOf('contract-tests'), ...options, '--profile', 'quick'], {
      cwd: project,
      stdio: 'inherit',
    })
  } finally {
    sandbox.kill()
    await once(sandbox, 'close')
  }
}

function commandOf(name) {
  return path.join(project, 'node_modules', '@windmill-user-api', name, 'dist', 'main.js')
}

function programFor(baseUrl) {
  return `import assert from 'node:assert/strict'
import { createUserApi } from '@windmill-user-api/client'
const visitor = createUserApi({ baseUrl: '${baseUrl}', auth: { kind: 'none' } })
const token = await visitor.login({ body: ${JSON.stringify(account)} })
const api = createUserApi({ baseUrl: '${baseUrl}', auth: { kind: 'bearer', token } })
assert.equal((await api.globalWhoami()).email, '${account.email}')
`
}
