import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { installApart } from '../../src/packages/install-apart.ts'

/** How a package manager finds our packages, installs what a package.json names, and takes the newest release. */
interface Manager {
  /** What a project has for it beside its package.json. */
  readonly files: (registry: string) => Readonly<Record<string, string>>
  readonly install: readonly string[]
  readonly upgrade: (names: readonly string[]) => readonly string[]
}

const ours = '@windmill-user-api/*'
const npmrc = (registry: string) => ({ '.npmrc': `@windmill-user-api:registry=${registry}/\n` })
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund']

/** By the name of the command. Those that wait for a day before they install a release are told that ours may be new. */
const managers = {
  npm: {
    files: npmrc,
    install: ['install', ...quiet],
    upgrade: (names) => ['install', ...names.map((name) => `${name}@latest`), ...quiet, '--prefer-online'],
  },
  pnpm: {
    files: (registry) => ({
      ...npmrc(registry),
      'pnpm-workspace.yaml': `packages: []\nminimumReleaseAgeExclude: ['${ours}']\n`,
    }),
    install: ['install', '--ignore-scripts', '--prefer-offline'],
    upgrade: () => ['update', '--latest', '--ignore-scripts', ours],
  },
  yarn: {
    // The lockfile says that the project ends here.
    files: (registry) => ({ '.yarnrc.yml': yarnrcFor(registry), 'yarn.lock': '' }),
    install: ['install'],
    upgrade: () => ['up', ours],
  },
  bun: {
    files: npmrc,
    install: ['install', '--ignore-scripts'],
    // It keeps what it knows of a package for five minutes, unless it is told not to.
    upgrade: (names) => ['update', '--latest', '--ignore-scripts', '--no-cache', ...names],
  },
  deno: {
    files: (registry) => ({ ...npmrc(registry), 'deno.json': '{ "minimumDependencyAge": "0" }' }),
    install: ['install'],
    upgrade: () => ['update', '--latest', ours],
  },
} as const satisfies Readonly<Record<string, Manager>>

export type ManagerName = keyof typeof managers

export const managerNames = ['npm', 'pnpm', 'yarn', 'bun', 'deno'] as const satisfies readonly ManagerName[]

/** A project whose dependencies one package manager looks after. */
export interface Project {
  readonly folder: string
  install(): Promise<void>
  /** Takes the newest release of all our packages. */
  upgrade(): Promise<void>
}

interface ProjectOptions {
  readonly folder: string
  readonly dependencies: Readonly<Record<string, string>>
  /** Where our packages are. Everything else comes from where the machine takes it. */
  readonly registry: string
}

/** Writes a project that nobody has installed yet. */
export async function createProject(
  manager: ManagerName,
  { folder, dependencies, registry }: ProjectOptions,
): Promise<Project> {
  const installed = await installApart(path.join(import.meta.dirname, 'managers'))
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@windmill-user-api/'))
  await mkdir(folder, { recursive: true })
  const { files, install, upgrade } = managers[manager]
  const written = {
    'package.json': JSON.stringify({ private: true, type: 'module', dependencies }),
    ...files(registry),
  }
  for (const [name, text] of Object.entries(written)) await writeFile(path.join(folder, name), text)
  const start = (words: readonly string[]) =>
    run(path.join(installed, 'node_modules/.bin', manager), words, folder)
  return { folder, install: () => start(install), upgrade: () => start(upgrade(names)) }
}

function yarnrcFor(registry: string): string {
  return `enableTelemetry: false
enableScripts: false
enableImmutableInstalls: false
nodeLinker: node-modules
npmPreapprovedPackages: ['${ours}']
unsafeHttpWhitelist: ['127.0.0.1']
npmScopes:
  windmill-user-api: { npmRegistryServer: '${registry}' }
`
}

/** Without what this run has set for its own tools. */
async function run(command: string, words: readonly string[], cwd: string): Promise<void> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm|pnpm|vitest)_(?!config_registry)/i.test(name),
  )
  const env = { ...Object.fromEntries(inherited), CI: '1' }
  await promisify(execFile)(command, words, { cwd, env, maxBuffer: 64 * 1024 * 1024 }).catch(
    (failure: Error & { readonly stdout?: string }) => {
      throw new Error(`${path.basename(command)} ${words.join(' ')}: ${failure.message}\n${failure.stdout}`)
    },
  )
}
