import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DocumentModel, generators } from '../src/index.ts'
import { writeFiles } from '../src/write-files.ts'

export const workspace = path.resolve(import.meta.dirname, '../../..')

/** A copy of the packages in which everything that is generated comes from another document. */
export interface Transplant {
  /** The folder of a package there. */
  folder(name: string): string
  /** What the compiler says of the generated files of a package, and of what they import. */
  problems(name: string): Promise<string[]>
  remove(): Promise<void>
}

/**
 * The parts of a package, written by hand, that its generated files import. What knows the operations of the user API by
 * name (handlers, setups) stays behind; the setups are replaced by `setupsFor`.
 */
export const handWritten: Readonly<Record<string, readonly string[]>> = {
  client: ['by-path.ts', 'create-user-api.ts', 'errors', 'index.ts', 'runtime', 'types', 'validate'],
  'contract-tests': ['checks', 'document', 'errors.ts', 'expect', 'http', 'text'],
  docs: [],
  msw: ['create-handlers.ts', 'fixtures.ts', 'index.ts', 'runtime', 'types'],
  'react-query': ['index.ts', 'on-server.ts', 'react-server.ts', 'runtime'],
  sandbox: [],
  types: ['index.d.mts', 'index.d.ts'],
}

/** All packages, or those that are named. */
export async function transplant(
  model: DocumentModel,
  names: readonly string[] = Object.keys(handWritten),
): Promise<Transplant> {
  const root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-transplant-'))
  const folder = (name: string) => path.join(root, 'packages', name)
  for (const name of names) {
    const parts = handWritten[name] ?? []
    const source = path.join(workspace, 'packages', name)
    await mkdir(path.join(folder(name), 'src'), { recursive: true })
    await symlink(path.join(placeOf(name), 'node_modules'), path.join(folder(name), 'node_modules'))
    for (const part of parts) {
      await cp(path.join(source, 'src', part), path.join(folder(name), 'src', part), {
        recursive: true,
        filter: isNoTest,
      })
    }
    await generateInto(path.join(folder(name), 'src/generated'), name, model)
  }
  await writeFile(path.join(root, 'package.json'), '{ "type": "module" }')
  await mkdir(path.join(folder('contract-tests'), 'src/setup'), { recursive: true })
  await writeFile(path.join(folder('contract-tests'), 'src/setup/index.ts'), setupsFor(model))
  return { folder, problems: (name) => problems(root, name), remove: () => rm(root, { recursive: true }) }
}

/** A workspace without the package has its generator nevertheless: what that writes is read as what this package has. */
function placeOf(name: string): string {
  const own = path.join(workspace, 'packages', name)
  return existsSync(own) ? own : path.join(workspace, 'packages/codegen')
}

function isNoTest(file: string): boolean {
  return !/\.test(-d)?\.tsx?$/.test(file)
}

async function generateInto(folder: string, name: string, model: DocumentModel): Promise<void> {
  const load = generators[name]
  if (!load) throw new Error(`no generator writes for the package ${name}`)
  const { generate } = await load()
  await writeFiles(folder, await generate(model))
}

/** Setups that prepare nothing: enough for the compiler. */
export function setupsFor(model: DocumentModel): string {
  if (model.operations.length === 0) return 'export const setups = {}\n'
  return [
    "import type { Setup } from '../checks/setup.ts'",
    'const noSetup: Setup<unknown, never> = { prepare: () => Promise.reject(new Error("not prepared")) }',
    `export const setups = { ${model.operations.map(({ id }) => `${id}: noSetup`).join(', ')} }`,
  ].join('\n')
}

/** By the compiler of the workspace, which takes a third of the time of the one that generators call. */
const compiler = path.join(
  path.dirname(createRequire(path.join(workspace, 'package.json')).resolve('typescript/package.json')),
  'bin/tsc',
)

async function problems(root: string, name: string): Promise<string[]> {
  const sources = `packages/${name}/src`
  const files = await readdir(path.join(root, sources), { recursive: true })
  if (!files.some((file) => /\.tsx?$/.test(file)))
    throw new Error(`nothing was generated for the package ${name}`)
  const config = path.join(root, `tsconfig.${name}.json`)
  await writeFile(config, JSON.stringify(configOf(name, sources)))
  return new Promise((resolve) => {
    const words = [compiler, '-p', config, '--pretty', 'false']
    execFile(process.execPath, words, { cwd: root, maxBuffer: 2 ** 28 }, (_, output, problem) =>
      resolve((output + problem).split(/\n(?! )/).filter((line) => line !== '')),
    )
  })
}

/** The options of the package itself, for what is generated for it. */
function configOf(name: string, sources: string): object {
  return {
    extends: path.join(placeOf(name), 'tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      skipLibCheck: name !== 'types',
      typeRoots: [path.join(workspace, 'node_modules/@types')],
      types: ['node'],
      jsx: 'react-jsx',
      paths: {
        '@windmill-user-api/types': ['./packages/types/src/index.d.ts'],
        '@windmill-user-api/client': ['./packages/client/src/index.ts'],
        '@windmill-user-api/react-query': ['./packages/react-query/src/index.ts'],
      },
    },
    include: [sources],
    exclude: [],
  }
}
