import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { listPackages } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'
import { builtInCommands } from './built-in.ts'
import { type Documented, documentedCommands } from './documented.ts'
import { stepsOf } from './steps.ts'

const { scripts, packageManager }: { scripts: Record<string, string>; packageManager: string } = JSON.parse(
  readFileSync(path.join(repository, 'package.json'), 'utf8'),
)

const pages = globSync(
  ['*.md', 'docs/**/*.md', 'spec/*.md', 'packages/**/*.md', 'tools/**/*.md', 'examples/**/*.md'],
  {
    cwd: repository,
    exclude: ['**/{node_modules,dist,generated}/**', '**/CHANGELOG.md', 'tools/workspace/**'],
  },
)
const textOf = (page: string) => readFileSync(path.join(repository, page), 'utf8')

let builtIn: ReadonlySet<string>

beforeAll(async () => {
  builtIn = await builtInCommands()
})

describe('every root script', () => {
  test('has a name that pnpm and npm leave to scripts', () => {
    expect(builtIn.size, 'commands found in the help of pnpm and npm').toBeGreaterThan(80)
    expect(Object.keys(scripts).filter((name) => builtIn.has(name))).toEqual([])
  })

  test('stands in the table of commands of CONTRIBUTING.md', () => {
    const inTable = [...textOf('CONTRIBUTING.md').matchAll(/^\| `pnpm ([\w:-]+)/gm)].map(([, name]) => name)
    expect(Object.keys(scripts).filter((name) => !inTable.includes(name))).toEqual([])
  })
})

test('every page calls the version of pnpm that package.json names', () => {
  const others = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\bpnpm@\d[\d.]*\d/g)].filter(([name]) => name !== packageManager),
  )
  expect(others.map(([name]) => name)).toEqual([])
})

describe.each(pages.filter((page) => documentedCommands(textOf(page)).length > 0))('%s', (page) => {
  // A command may be shown several times.
  const commands = new Map(documentedCommands(textOf(page)).map((command) => [command.text, command]))

  // Each starts programs: they wait for one another.
  test.each([...commands.values()])('$text', async (command) => {
    for (const program of programsOf(command, path.dirname(page))) await expectHelp(program)
  })
})

/** A program with its arguments, and where it starts. */
interface Program {
  readonly words: readonly string[]
  readonly folder: string
}

/** What pnpm would start for the command; nothing for a command of its own. */
function programsOf({ words, place, text }: Documented, pageFolder: string): readonly Program[] {
  const [name = '', ...rest] = words
  // Paths of our own programs begin at the root, whatever the page.
  const folder = rest[0] === 'node' ? repository : folderOf(place, pageFolder, name)
  const own: Record<string, string> = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ).scripts
  const script = name === 'run' ? own[rest[0] ?? ''] : builtIn.has(name) ? undefined : own[name]
  const given = name === 'run' ? rest.slice(1) : rest
  if (script !== undefined) return stepsOf(script, own, given).map((step) => ({ words: step, folder }))
  if (name === 'exec') return [{ words: rest, folder }]
  if (builtIn.has(name)) return []
  const binary = path.join(folder, 'node_modules/.bin', name)
  expect(existsSync(binary), `"${text}": no script and no installed program has the name ${name}`).toBe(true)
  return [{ words, folder }]
}

/** Pages of a package call its own scripts; all others call those of the root. */
function folderOf(place: string | undefined, pageFolder: string, name: string): string {
  if (place === undefined)
    return ['run', 'exec'].includes(name) && existsSync(path.join(repository, pageFolder, 'package.json'))
      ? path.join(repository, pageFolder)
      : repository
  const found = listPackages().find(
    ({ folder, manifest }) => manifest.name.endsWith(`/${place}`) || folder === path.join(repository, place),
  )
  expect(found, `a package with the name or folder ${place}`).toBeDefined()
  return found?.folder ?? repository
}

const printed = new Map<string, Promise<string>>()

/** Runs the program with `--help` in place of its work. Its help knows the documented options and subcommands. */
async function expectHelp({ words, folder }: Program): Promise<void> {
  const [program = '', ...rest] = words.filter((word) => word !== '--help')
  if (program === 'node' && !/\/main\.[jt]s$/.test(rest[0] ?? '')) {
    expect(existsSync(path.join(folder, rest[0] ?? '')), `${rest[0]} is there`).toBe(true)
    return
  }
  const isOption = (word: string) => word.startsWith('-')
  const firstOption = rest.findIndex(isOption)
  const subject = firstOption === -1 ? rest : rest.slice(0, firstOption)
  const isArgument = (word: string) => /[<>/]|\.(?:yaml|json)$/.test(word) && !/\/main\.[jt]s$/.test(word)
  const command = [program, ...subject.filter((word) => !isArgument(word))]
  const help = await helpOf(command, folder)
  for (const option of rest.filter(isOption))
    expect(help, `the help of "${command.join(' ')}"`).toContain(option.replace(/=.*/, ''))
  const usage = help.split('\n').find((line) => /usage/i.test(line)) ?? ''
  if (usage.includes('pnpm bench')) expect(usage).toContain(subject.slice(1).join(' '))
}

function helpOf(command: readonly string[], folder: string): Promise<string> {
  const key = [folder, ...command].join(' ')
  const running = printed.get(key) ?? startHelp(command, folder)
  printed.set(key, running)
  return running
}

async function startHelp([program = '', ...words]: readonly string[], folder: string): Promise<string> {
  const installed = [folder, repository].map((place) => path.join(place, 'node_modules/.bin', program))
  const { stdout, stderr } = await promisify(execFile)(
    program === 'node' ? process.execPath : (installed.find((file) => existsSync(file)) ?? program),
    [...words, '--help'],
    { cwd: folder },
  )
  return stripVTControlCharacters(stdout + stderr)
}
