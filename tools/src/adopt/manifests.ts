import path from 'node:path'
import type { TextFile, TextFiles } from './text-files.ts'

interface Manifest {
  readonly name: string
  readonly version?: string
  readonly private?: boolean
  readonly scripts?: Readonly<Record<string, string>> | undefined
  readonly dependencies?: Dependencies
  readonly devDependencies?: Dependencies
}

type Dependencies = Readonly<Record<string, string>>

const scope = '@windmill-user-api/'

/** Each package.json without the dependencies that no file of its package names any more, and with the version of the document. */
export function adaptManifests(files: TextFiles, version: string): TextFiles {
  const manifests = [...files].filter(([file]) => path.basename(file) === 'package.json')
  const packages = new Set(manifests.map(([, { text }]) => parse(text).name))
  const adapted = manifests.map(([file, { text, mode }]): [string, TextFile] => {
    const manifest = parse(text)
    const texts = textsOf(files, path.dirname(file))
    const isNeeded = (name: string) =>
      name.startsWith(scope) ? packages.has(name) : isUsed(name, [...texts, ...scriptsOf(manifest)])
    const result = {
      ...manifest,
      ...(manifest.private !== true && { version: versionFor(version) }),
      ...(manifest.scripts && { scripts: runnable(manifest.scripts, files) }),
      ...filtered(manifest, 'dependencies', isNeeded),
      ...filtered(manifest, 'devDependencies', isNeeded),
    }
    return [file, { text: `${JSON.stringify(result, null, 2)}\n`, mode }]
  })
  return new Map([...files, ...adapted])
}

function parse(text: string): Manifest {
  return JSON.parse(text)
}

/** The packages of a workspace are released together with its document; npm takes a version of three numbers. */
function versionFor(version: string): string {
  return /^\d+\.\d+\.\d+$/.test(version) ? version : '0.0.0'
}

/** All texts of a package but its manifest. The root has none of its packages'. */
function textsOf(files: TextFiles, folder: string): readonly string[] {
  const isWithin = (file: string) =>
    folder === '.' ? !/^(?:packages|spec|tools)\//.test(file) : file.startsWith(`${folder}/`)
  return [...files].flatMap(([file, { text }]) =>
    isWithin(file) && path.basename(file) !== 'package.json' ? [text] : [],
  )
}

/** Without the scripts of the root that run a file which stays behind. */
function runnable(scripts: NonNullable<Manifest['scripts']>, files: TextFiles): Manifest['scripts'] {
  const runs = (script: string) =>
    [...script.matchAll(/\btools\/src\/\S+\.ts/g)].every(([file]) => files.has(file))
  return Object.fromEntries(
    Object.entries(scripts).filter(([, script]) => script.includes('../') || runs(script)),
  )
}

function scriptsOf({ scripts = {} }: Manifest): readonly string[] {
  return Object.values(scripts)
}

/** What is run without being named in a file of the package, or named by another name. */
const alwaysUsed = ['typescript', '@types/node', 'node', '@redocly/cli', '@changesets/cli']

function isUsed(name: string, texts: readonly string[]): boolean {
  if (alwaysUsed.includes(name)) return true
  if (name.startsWith('@types/')) return isUsed(name.slice('@types/'.length), texts)
  const escaped = name.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&')
  const named = new RegExp(`(?:['"/ ]|^)${escaped}(?:['"/ ]|$)`, 'm')
  return texts.some((text) => named.test(text))
}

function filtered(
  manifest: Manifest,
  kind: 'dependencies' | 'devDependencies',
  isNeeded: (name: string) => boolean,
): Partial<Manifest> {
  const dependencies = manifest[kind]
  if (!dependencies) return {}
  return { [kind]: Object.fromEntries(Object.entries(dependencies).filter(([name]) => isNeeded(name))) }
}
