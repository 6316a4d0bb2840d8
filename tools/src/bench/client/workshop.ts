import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { installApart } from '../../packages/install-apart.ts'
import { packOnly } from '../../packages/pack.ts'
import { repository } from '../../repository.ts'
import { type Competitor, competitors } from './contenders.ts'

const run = promisify(execFile)

/** The folder in which every client lies as its user has it: competitors installed and generated, ours from its tarball. */
export interface Workshop {
  readonly folder: string
  /** The name and the version of a client, for the table. */
  label(competitor: Competitor): Promise<string>
}

/** Installs, packs and generates them all anew from our bundle. `baseUrl` goes into those that have it generated. */
export async function openWorkshop(baseUrl: string): Promise<Workshop> {
  const installed = await installApart(path.join(import.meta.dirname, 'competitors'))
  const folder = path.join(installed, 'work')
  await rm(folder, { recursive: true, force: true })
  await cp(path.join(import.meta.dirname, 'contenders'), path.join(folder, 'contenders'), { recursive: true })
  await cp(path.join(repository, 'spec/dist/openapi.json'), path.join(folder, 'openapi.json'))
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }\n')
  await writeFile(path.join(folder, 'orval.config.mjs'), orvalConfiguration(baseUrl))
  await unpackOurs(folder)
  for (const { generate } of competitors) {
    const [command = '', ...options] = generate?.('openapi.json', baseUrl) ?? []
    if (generate) await run(path.join(installed, 'node_modules/.bin', command), options, { cwd: folder })
  }
  return { folder, label: (competitor) => label(installed, competitor) }
}

function orvalConfiguration(baseUrl: string): string {
  const output = { target: 'generated/orval/index.ts', client: 'fetch', mode: 'single', baseUrl }
  return `export default ${JSON.stringify({ user: { input: 'openapi.json', output } })}\n`
}

async function unpackOurs(folder: string): Promise<void> {
  for (const { name, file } of await packOnly(['types', 'client'], folder)) {
    const target = path.join(folder, 'node_modules', name)
    await mkdir(target, { recursive: true })
    await run('tar', ['-xzf', file, '-C', target, '--strip-components', '1'])
  }
}

async function label(installed: string, { folder, package: name }: Competitor): Promise<string> {
  if (!name) return `**${folder}**`
  const manifest = await readFile(path.join(installed, 'node_modules', name, 'package.json'), 'utf8')
  const { version }: { version: string } = JSON.parse(manifest)
  return `${folder} ${version}`
}

/** A program of a contender as one minified module, as a page would load it; `undefined` where it has none of that name. */
export async function bundleProgram(
  { folder }: Workshop,
  competitor: Pick<Competitor, 'folder'>,
  program: string,
): Promise<Uint8Array | undefined> {
  const entry = path.join(folder, 'contenders', competitor.folder, `${program}.ts`)
  if (!existsSync(entry)) return undefined
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.contents
}
