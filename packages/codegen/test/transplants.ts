import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DocumentModel, Files } from '../src/index.ts'
import { writeFiles } from '../src/write-files.ts'
import { handWritten, setupsFor, workspace } from './transplant.ts'

/** Packages of many documents beside each other, each with what its document has made of them, for one run of the compiler. */
export interface Transplants {
  /** Adds the packages of one document; `name` is that of its folder. */
  add(name: string, model: DocumentModel, generated: Generated): Promise<void>
  folder(document: string, name: string): string
  /** What the compiler says, by documents; that of the workspace, if no other one is given. */
  problems(compiler?: Compiler): Promise<ReadonlyMap<string, string[]>>
  remove(): Promise<void>
}

/** A version of TypeScript. */
export interface Compiler {
  /** The folder of its package. */
  readonly folder: string
  /** Whether it is older than options that the workspace sets, which change nothing for what is generated. */
  readonly isOld?: boolean
}

/** What the generators have written for one document, by their names. */
export type Generated = ReadonlyMap<string, Files>

/** What the names of the packages begin with: a scope here, and more than one elsewhere. */
const prefix = '@windmill-user-api/'

export async function createTransplants(): Promise<Transplants> {
  const root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-transplants-'))
  await linkDependencies(path.join(root, 'node_modules'))
  await writeFile(path.join(root, 'package.json'), '{ "type": "module" }')
  const folder = (document: string, name: string) => path.join(root, document, 'packages', name)
  return {
    folder,
    add: (document, model, generated) => add(path.join(root, document), model, generated),
    problems: (compiler) => problems(root, compiler),
    remove: () => rm(root, { recursive: true }),
  }
}

/** All that any of the packages depends on, where modules below the folder find it. */
async function linkDependencies(folder: string): Promise<void> {
  const linked = new Set<string>()
  for (const name of Object.keys(handWritten)) {
    const from = path.join(workspace, 'packages', name, 'node_modules')
    for (const dependency of await dependenciesIn(from)) {
      if (linked.has(dependency)) continue
      linked.add(dependency)
      await mkdir(path.dirname(path.join(folder, dependency)), { recursive: true })
      await symlink(path.join(from, dependency), path.join(folder, dependency))
    }
  }
}

async function dependenciesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'))
  const scoped = await Promise.all(
    names.map(async (name) =>
      name.startsWith('@')
        ? (await readdir(path.join(folder, name))).map((each) => `${name}/${each}`)
        : [name],
    ),
  )
  const replaced = Object.keys(handWritten).map((name) => `${prefix}${name}`)
  return scoped.flat().filter((name) => !replaced.includes(name))
}

/**
 * Folders written by hand are links, so that nothing is copied a thousand times. What loads generated files when it runs is a copy: it
 * would load those of the place that a link leads to.
 */
async function add(root: string, model: DocumentModel, generated: Generated): Promise<void> {
  await mkdir(path.dirname(path.join(root, 'node_modules', `${prefix}any`)), { recursive: true })
  for (const [name, files] of generated) {
    const source = path.join(workspace, 'packages', name)
    const target = path.join(root, 'packages', name)
    await mkdir(path.join(target, 'src'), { recursive: true })
    for (const part of handWritten[name] ?? []) {
      const from = path.join(source, 'src', part)
      const to = path.join(target, 'src', part)
      const isLinked = part !== 'validate' && (await stat(from)).isDirectory()
      await (isLinked ? symlink(from, to) : cp(from, to, { recursive: true }))
    }
    await writeFile(path.join(target, 'package.json'), await manifestOf(source, path.basename(root)))
    await symlink(target, path.join(root, 'node_modules', `${prefix}${name}`))
    await writeFiles(path.join(target, 'src/generated'), files)
  }
  await mkdir(path.join(root, 'packages/contract-tests/src/setup'), { recursive: true })
  await writeFile(path.join(root, 'packages/contract-tests/src/setup/index.ts'), setupsFor(model))
}

/** A workspace without the package has its generator nevertheless. A compiler takes packages of one name and version for one package, wherever they are. */
async function manifestOf(folder: string, document: string): Promise<string> {
  const text = await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => '{ "type": "module" }')
  const { name, type, exports } = JSON.parse(text)
  return JSON.stringify({ name, version: `0.0.0-${document}`, type, exports })
}

const require = createRequire(path.join(workspace, 'package.json'))
const ofWorkspace: Compiler = { folder: path.dirname(require.resolve('typescript/package.json')) }

async function problems(root: string, { folder, isOld = false }: Compiler = ofWorkspace) {
  const found = new Map<string, string[]>()
  const base = await compilerOptions(isOld)
  const sets: readonly (readonly [include: string, options: object])[] = [
    [
      '*/packages/*/src',
      { lib: [isOld ? 'ESNext' : 'ES2024', 'DOM', 'DOM.Iterable'], types: ['node'], jsx: 'react-jsx' },
    ],
    // The declarations are what is generated, so they are checked, too.
    ['*/packages/types/src', { lib: ['ES2023', 'DOM'], skipLibCheck: false }],
  ]
  for (const [include, options] of sets) {
    const config = {
      compilerOptions: { ...base, ...options, typeRoots: [path.join(workspace, 'node_modules/@types')] },
      include: [include],
      exclude: ['**/*.test.*', '**/*.test-d.*'],
    }
    await writeFile(path.join(root, 'tsconfig.json'), JSON.stringify(config))
    for (const problem of (await compiled(root, folder)).split(/\n(?! )/)) {
      const [, document = ''] = /^([^\s/]+)\//.exec(problem) ?? []
      if (problem !== '') found.set(document, [...(found.get(document) ?? []), problem])
    }
  }
  return found
}

/** Those of the workspace; for an old compiler, those that it knows and what it calls the others. */
async function compilerOptions(isOld: boolean): Promise<object> {
  const text = await readFile(path.join(workspace, 'tsconfig.base.json'), 'utf8')
  const all = JSON.parse(text).compilerOptions
  if (!isOld) return all
  const { erasableSyntaxOnly: _, rewriteRelativeImportExtensions: __, ...known } = all
  return { ...known, target: 'ES2022', allowImportingTsExtensions: true }
}

function compiled(root: string, compiler: string): Promise<string> {
  const command = [path.join(compiler, 'bin/tsc'), '-p', root, '--pretty', 'false']
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: 2 ** 28 }, (_, output, problem) =>
      resolve(output + problem),
    )
  })
}
