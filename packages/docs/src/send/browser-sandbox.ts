import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { exampleWorld } from '@windmill-user-api/sandbox'
import type { AstroIntegration } from 'astro'
import { accountsOf } from './accounts.ts'
import { type BrowserSandboxFiles, type SendSettings, settingsFile } from './settings.ts'

/** Where the site keeps them. The sandbox that a server has behind the site is at other paths. */
const folder = 'browser-sandbox'

const module = 'worker/create-browser-sandbox.js'
const worker = 'worker/thread.js'
/** What the worker loads, packed already. */
const engine = ['worker/engine.bin', 'worker/system.bin', 'generated/snapshot/data-directory.tar.gz']

/** Puts the sandbox that pages run in a worker beside the pages, for hosts that serve files and nothing else. */
export const addBrowserSandbox: AstroIntegration = {
  name: 'add-browser-sandbox',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      if (!existsSync(path.join(sandbox, worker))) {
        logger.warn('The sandbox is not built: pages can send requests only to a server. Run: pnpm build')
        return
      }
      const site = fileURLToPath(dir)
      const scripts = await closureOf(module)
      for (const file of [...scripts, worker, ...engine])
        await copy(path.join(sandbox, file), path.join(site, folder, file))
      await cp(path.join(sandbox, 'third-party'), path.join(site, 'third-party'), { recursive: true })
      const settings: SendSettings = {
        sandbox: await describeFiles([...scripts, worker]),
        accounts: accountsOf(exampleWorld),
      }
      await writeFile(path.join(site, settingsFile), JSON.stringify(settings))
    },
  },
}

/** The build of the sandbox. */
const sandbox = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@windmill-user-api/sandbox/package.json')),
  'dist',
)

async function copy(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  const text = await readFile(from)
  // Source maps stay behind, and what names them would ask for them.
  const isScript = from.endsWith('.js')
  await writeFile(to, isScript ? String(text).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n') : text)
}

/** A module with all that it imports. */
async function closureOf(file: string, found: Set<string> = new Set()): Promise<readonly string[]> {
  if (found.has(file)) return [...found]
  found.add(file)
  const text = await readFile(path.join(sandbox, file), 'utf8')
  for (const [, target = ''] of text.matchAll(/\bfrom ['"](\.[^'"]+)['"]/g))
    await closureOf(path.posix.join(path.posix.dirname(file), target), found)
  return [...found]
}

async function describeFiles(scripts: readonly string[]): Promise<BrowserSandboxFiles> {
  const packed = await Promise.all(
    scripts.map(async (file) => (await promisify(gzip)(await readFile(path.join(sandbox, file)))).length),
  )
  const sizes = await Promise.all(engine.map(async (file) => (await stat(path.join(sandbox, file))).size))
  return {
    kind: 'browser',
    module: `${folder}/${module}`,
    worker: `${folder}/${worker}`,
    seed: exampleWorld,
    downloadBytes: sum([...packed, ...sizes]),
    progressBytes: sum(sizes),
  }
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
