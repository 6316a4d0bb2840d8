import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { repository } from '../../src/repository.ts'
import { environmentFor } from '../applications/application.ts'
import { type CommandOutcome, commandPage, type TriedCommand } from './command-page.ts'
import { type OfficialCommand, officialCommands } from './commands.ts'
import { type Scene, setScene, tokens } from './scene.ts'

const page = path.join(repository, 'packages/sandbox/docs/windmill-cli.md')
const tried: TriedCommand[] = []
let installed: string
let folder: string
let scene: Scene

beforeAll(async () => {
  installed = await installApart(path.join(import.meta.dirname, 'cli'))
  folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-cli-'))
  scene = await setScene()
}, 300_000)

afterAll(async () => {
  await scene?.[Symbol.asyncDispose]()
  if (folder) await rm(folder, { recursive: true })
})

test.each(officialCommands.map((command) => [command.line, command] as const))(
  'wmill %s',
  async (_line, command) => {
    await scene.reset()
    const outcome = await run(command)
    tried.push([command, outcome])
    expect(outcome.output).toMatch(command.prints)
    expect(outcome).toMatchObject({ status: command.status ?? 0, operations: command.operations })
  },
)

test('the page shows what was seen', async () => {
  const manifest: { readonly version: string } = JSON.parse(
    await readFile(path.join(installed, 'node_modules/windmill-cli/package.json'), 'utf8'),
  )
  await expect(commandPage(tried, manifest.version)).toMatchFileSnapshot(page)
})

function run({ line, as, isConfigured }: OfficialCommand): Promise<CommandOutcome> {
  const words = line
    .split(' ')
    .map((word) => word.replace('<url>', scene.origin).replace('<token>', tokens[as]))
  const server = ['--base-url', scene.origin, '--token', tokens[as], '--workspace', 'demo']
  const options = ['--config-dir', folder, ...(isConfigured ? [] : server)]
  const main = path.join(installed, 'node_modules/windmill-cli/esm/main.js')
  const began = { cwd: folder, env: environmentFor({ WMILL_CONFIG_DIR: folder }), timeout: 60_000 }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words, ...options], began, (error, stdout, stderr) => {
      const status = typeof error?.code === 'number' ? error.code : error ? -1 : 0
      const output = stripVTControlCharacters(stdout + stderr)
      resolve({ status, output, operations: [...scene.operations] })
    })
  })
}
