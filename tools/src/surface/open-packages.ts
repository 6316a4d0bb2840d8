import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript-5'
import { repository } from '../repository.ts'

const scope = '@windmill-user-api'

/** A folder with `node_modules/@windmill-user-api/`, in which the packages of one release lie unpacked. */
export type Side = string

/** What an importer may name: `@windmill-user-api/client/validate`. */
export interface Entry {
  readonly package: string
  readonly name: string
  readonly file: ts.SourceFile
}

/** The packages of one or several sides, as one program of the compiler. */
export interface OpenedPackages {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  entriesOf(side: Side): readonly Entry[]
}

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: ['node'],
  typeRoots: [path.join(repository, 'tools/node_modules/@types')],
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  jsx: ts.JsxEmit.ReactJSX,
}

/** How packages are opened. */
interface Opening {
  /** Default: each file as it is. */
  readonly read?: Read
  /** Files that use the packages. */
  readonly programs?: readonly string[]
}

/** Files of other packages are parsed once for all programs of this run. */
const parsed = new Map<string, ts.SourceFile | undefined>()

/**
 * Opens the packages. Neighbours are found on their own side, and whatever else they import among the dependencies of this checkout, so
 * that two sides differ by nothing but themselves.
 */
export function openPackages(
  sides: readonly Side[],
  { read = readAsItIs, programs = [] }: Opening = {},
): OpenedPackages {
  const entries = sides.flatMap((side) => findEntries(side).map((entry) => ({ ...entry, side })))
  const host = hostFor(sides, read)
  const files = new Set([...entries.map(({ path: file }) => file), ...programs])
  const program = ts.createProgram([...files], options, host)
  const opened = entries.map((entry) => ({ ...entry, file: program.getSourceFile(entry.path) }))
  return {
    program,
    checker: program.getTypeChecker(),
    entriesOf: (side) =>
      opened.flatMap((entry) =>
        entry.side === side && entry.file
          ? [{ package: entry.package, name: entry.name, file: entry.file }]
          : [],
      ),
  }
}

function findEntries(side: Side) {
  const folder = path.join(side, 'node_modules', scope)
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const manifest = JSON.parse(readFileSync(path.join(folder, name, 'package.json'), 'utf8'))
      return Object.keys(manifest.exports ?? {}).flatMap((key) => {
        const specifier = path.posix.join(`${scope}/${name}`, key)
        const file = ts.resolveModuleName(
          specifier,
          path.join(side, 'importer.mts'),
          options,
          ts.sys,
          undefined,
          undefined,
          ts.ModuleKind.ESNext,
        ).resolvedModule?.resolvedFileName
        return file && /\.[cm]?ts$/.test(file) ? [{ package: name, name: specifier, path: file }] : []
      })
    })
}

/** Reads a file of a package. */
export type Read = (
  file: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
) => ts.SourceFile | undefined

export const readAsItIs: Read = (file, version) => {
  const text = ts.sys.readFile(file)
  return text === undefined ? undefined : ts.createSourceFile(file, text, version, true)
}

function hostFor(sides: readonly Side[], read: Read): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const isOurs = (file: string) => sides.some((side) => file.startsWith(`${realpathSync(side)}${path.sep}`))
  host.getSourceFile = (file, version) => {
    if (isOurs(file)) return read(file, version)
    if (!parsed.has(file)) parsed.set(file, readAsItIs(file, version))
    return parsed.get(file)
  }
  const cache = ts.createModuleResolutionCache(repository, (name) => name, options)
  host.resolveModuleNameLiterals = (names, importer, redirected, own, source) =>
    names.map((name) => {
      const from =
        name.text.startsWith('.') || name.text.startsWith(`${scope}/`) ? importer : asInCheckout(importer)
      const mode = ts.getModeForUsageLocation(source, name, own)
      const found = ts.resolveModuleName(name.text, from, own, host, cache, redirected, mode).resolvedModule
      // by its package, the compiler would take a file of one side for the same file of the other
      if (found === undefined) return { resolvedModule: undefined }
      const { packageId: _, ...file } = found
      return { resolvedModule: file }
    })
  return host
}

/** Where a file of an unpacked package stands in this checkout, whose dependencies are installed. */
function asInCheckout(file: string): string {
  const [, name, rest] = /(?:node_modules\/@windmill-user-api|programs)\/([^/]+)\/(.*)$/.exec(file) ?? []
  if (name === undefined || rest === undefined) return file
  const folder = path.join(repository, 'packages', name)
  return path.join(existsSync(folder) ? folder : path.join(repository, 'tools'), path.basename(rest))
}
