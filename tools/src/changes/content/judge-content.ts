import { subset } from 'semver'
import { type Content, manifestIn, type PackedManifest } from '../../packages/read-tarball.ts'
import type { Impact, Reason } from '../reason.ts'

/** A package of a release, before or after; none where the release has no such package. */
interface Sides {
  readonly name: string
  readonly before: Content | undefined
  readonly after: Content | undefined
}

/** What changed in a tarball, to those who install it. */
export function judgeContent({ name, before, after }: Sides): readonly Reason[] {
  const reason = (impact: Impact, what: string, file = 'package.json'): Reason => ({
    impact,
    package: name,
    what,
    place: `${name}: ${file}`,
  })
  if (before === undefined) return [reason('minor', 'a new package')]
  if (after === undefined) return [reason('major', 'the package is gone')]
  const sides: readonly [PackedManifest, PackedManifest] = [manifestIn(before), manifestIn(after)]
  return [
    ...judgeEntries(...sides),
    ...judgeCommands(...sides),
    ...judgeEngines(...sides),
    ...judgePeers(...sides),
    ...judgeDependencies(...sides),
    ...judgeFiles(before, after),
  ].map(([impact, what, file]) => reason(impact, what, file))
}

type Found = readonly [impact: Impact, what: string, file?: string | undefined]

/** Every way into a package: the name after the package's, with the conditions under which it is taken. */
function entriesOf({ exports = {} }: PackedManifest): readonly string[] {
  const conditionsIn = (target: unknown): readonly string[] =>
    typeof target === 'object' && target !== null
      ? Object.entries(target).flatMap(([condition, inner]) =>
          conditionsIn(inner).map((rest) => `${condition} ${rest}`.trim()),
        )
      : ['']
  return Object.entries(exports).flatMap(([entry, target]) =>
    conditionsIn(target).map((conditions) => `${entry} ${conditions}`.trim()),
  )
}

function judgeEntries(before: PackedManifest, after: PackedManifest): readonly Found[] {
  return goneAndNew(entriesOf(before), entriesOf(after), 'export')
}

function judgeCommands(before: PackedManifest, after: PackedManifest): readonly Found[] {
  return goneAndNew(Object.keys(before.bin ?? {}), Object.keys(after.bin ?? {}), 'command')
}

/** Who used what is gone has to change something; who uses what is new chose to. */
export function goneAndNew(
  before: readonly string[],
  after: readonly string[],
  kind: string,
  file?: string,
): readonly Found[] {
  const gone = before.filter((name) => !after.includes(name))
  const added = after.filter((name) => !before.includes(name))
  return [
    ...gone.map((name): Found => ['major', `${kind} \`${name}\` is gone`, file]),
    ...added.map((name): Found => ['minor', `${kind} \`${name}\` is new`, file]),
  ]
}

function judgeEngines(
  { engines: before = {} }: PackedManifest,
  { engines: after = {} }: PackedManifest,
): readonly Found[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((name) => before[name] !== after[name])
    .map((name): Found => {
      const impact = takesAll(after[name], before[name]) ? 'minor' : 'major'
      return [impact, `engine ${name} ${before[name] ?? 'any'} → ${after[name] ?? 'any'}`]
    })
}

/** A peer that is asked for is installed by users: what they have has to go on to fit. */
function judgePeers(before: PackedManifest, after: PackedManifest): readonly Found[] {
  const [old, current] = [neighboursApart(before.peerDependencies), neighboursApart(after.peerDependencies)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(current)])]
  return names
    .filter((name) => old[name] !== current[name])
    .map((name): Found => {
      const isOptional = after.peerDependenciesMeta?.[name]?.optional === true
      const impact = isOptional || takesAll(current[name], old[name]) ? 'minor' : 'major'
      return [impact, `peer ${name} ${old[name] ?? 'none'} → ${current[name] ?? 'none'}`]
    })
}

/** Whether a range takes every version that another does. Without one, all are taken. */
function takesAll(range = '*', other = '*'): boolean {
  return subset(other, range)
}

function judgeDependencies(before: PackedManifest, after: PackedManifest): readonly Found[] {
  const [old, current] = [neighboursApart(before.dependencies), neighboursApart(after.dependencies)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(current)])]
  return names
    .filter((name) => old[name] !== current[name])
    .map((name): Found => ['patch', `dependency ${name} ${old[name] ?? 'none'} → ${current[name] ?? 'none'}`])
}

/** Ranges of neighbours follow the version of the release. */
function neighboursApart(
  dependencies: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(dependencies).filter(([name]) => !name.startsWith('@windmill-user-api/')),
  )
}

const shownFiles = 3

/** Any other difference is of code, texts or data. Maps follow the code, and changelogs the release. */
function judgeFiles(before: Content, after: Content): readonly Found[] {
  const isCounted = (file: string) => !/\.map$|^package\.json$|^CHANGELOG\.md$/.test(file)
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(isCounted)
  const changed = names.filter((file) => before.get(file) !== after.get(file))
  const [first] = changed
  if (first === undefined) return []
  const more = changed.length > shownFiles ? ` and ${changed.length - shownFiles} more` : ''
  return [['patch', `${changed.slice(0, shownFiles).join(', ')}${more}: other contents`, first]]
}
