import path from 'node:path'
import { isMembers } from '@windmill-user-api/codegen'
import { type Members, parsePointer } from './members.ts'
import { referencesIn } from './references.ts'

/**
 * The files of `spec/`, by their paths: the root, one for each path item and one for each component. `redocly split` writes the same, but
 * reads everything again for each path, changes discriminators, and leaves references into the middle of a component dead.
 */
export function splitDocument(document: Members): ReadonlyMap<string, unknown> {
  const { paths, components } = document
  const places = placesOf(document)
  const files = [...places].map(([pointer, file]) => [file, at(document, pointer)] as const)
  const used = new Set(
    referencesIn({ ...document, components: {} }).concat(files.flatMap(([, part]) => referencesIn(part))),
  )
  const kept = mapMembers(components, (kind, named) =>
    Object.fromEntries(
      Object.entries(isMembers(named) ? named : {}).flatMap(([name, part]) => {
        const pointer = pointerOf('components', kind, name)
        const file = places.get(pointer)
        if (file === undefined) return [[name, part]]
        // What nothing refers to would be lost in a bundle.
        return used.has(pointer) ? [] : [[name, { $ref: pointer }]]
      }),
    ),
  )
  const root = {
    ...document,
    paths: mapMembers(paths, (name, item) => {
      const pointer = pointerOf('paths', name)
      return places.has(pointer) ? { $ref: pointer } : item
    }),
    ...(components !== undefined && { components: withoutEmpty(kept) }),
  }
  const all = [[rootFile, withoutEmpty(root)] as const, ...files]
  return new Map(all.map(([file, part]) => [file, withReferences(part, file, places)]))
}

const rootFile = 'openapi.yaml'

/** Those that have a file each. A security scheme is named by those who need it, and stays in the root. */
const kinds = [
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'links',
  'callbacks',
]

/** Pointer → file. Of names that a file system may take for one, the second stays in the root. */
function placesOf({ paths, components }: Members): ReadonlyMap<string, string> {
  const ofPaths = Object.keys(isMembers(paths) ? paths : {}).map(
    (name) =>
      [pointerOf('paths', name), `paths/${name.slice(1).replaceAll('/', '_') || 'root'}.yaml`] as const,
  )
  const ofComponents = kinds.flatMap((kind) => {
    const named = isMembers(components) ? components[kind] : undefined
    return Object.keys(isMembers(named) ? named : {}).map(
      (name) => [pointerOf('components', kind, name), `components/${kind}/${name}.yaml`] as const,
    )
  })
  const taken = new Set<string>()
  return new Map(
    [...ofPaths, ...ofComponents].filter(([, file]) => {
      const isFree = !taken.has(file.toLowerCase())
      taken.add(file.toLowerCase())
      return isFree
    }),
  )
}

/** References as they are written in a file: to the file of what they mean, or into it. */
function withReferences(part: unknown, file: string, places: ReadonlyMap<string, string>): unknown {
  const rewritten = (reference: unknown) =>
    typeof reference === 'string' && reference.startsWith('#/')
      ? relativeTo(file, reference, places)
      : reference
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (!isMembers(value)) return value
    return mapMembers(value, (key, member) => {
      if (key === '$ref') return rewritten(member)
      if (key === 'discriminator' && isMembers(member) && isMembers(member['mapping']))
        return { ...member, mapping: mapMembers(member['mapping'], (_, target) => rewritten(target)) }
      return visit(member)
    })
  }
  return visit(part)
}

function relativeTo(file: string, reference: string, places: ReadonlyMap<string, string>): string {
  const steps = parsePointer(reference)
  const length = steps[0] === 'paths' ? 2 : 3
  const place = places.get(pointerOf(...steps.slice(0, length)))
  const target = place ?? rootFile
  const inside = place === undefined ? steps : steps.slice(length)
  const fragment = inside.length === 0 ? '' : pointerOf(...inside)
  if (target === file && fragment !== '') return fragment
  const relative = path.posix.relative(path.posix.dirname(file), target)
  return `${relative.startsWith('.') ? relative : `./${relative}`}${fragment}`
}

function pointerOf(...steps: readonly string[]): string {
  return `#/${steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}

function at(document: unknown, pointer: string): unknown {
  return parsePointer(pointer).reduce<unknown>(
    (value, step) => (isMembers(value) ? value[step] : undefined),
    document,
  )
}

function mapMembers(value: unknown, change: (name: string, member: unknown) => unknown): Members {
  return Object.fromEntries(
    Object.entries(isMembers(value) ? value : {}).map(([name, member]) => [name, change(name, member)]),
  )
}

function withoutEmpty(value: Members): Members {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, member]) => name === 'paths' || !isMembers(member) || Object.keys(member).length > 0,
    ),
  )
}
