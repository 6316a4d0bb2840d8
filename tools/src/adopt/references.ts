import { type DocumentModel, isMembers, pointerTo } from '@windmill-user-api/codegen'
import type { Members } from './members.ts'

/** Every reference below a value, those of a discriminator included. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isMembers(value)) return []
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === '$ref' && typeof member === 'string') return [member]
    if (key === 'discriminator' && isMembers(member)) return mappedIn(member)
    // Values of somebody's own.
    return ['example', 'examples', 'default', 'enum', 'const'].includes(key)
      ? exampleReferences(member)
      : referencesIn(member)
  })
}

/** Named examples may be references, too; an example as such is a value. */
function exampleReferences(value: unknown): readonly string[] {
  if (!isMembers(value)) return []
  return Object.values(value).flatMap((example) =>
    isMembers(example) && typeof example['$ref'] === 'string' && Object.keys(example).length === 1
      ? [example['$ref']]
      : [],
  )
}

function mappedIn({ mapping }: Members): readonly string[] {
  return Object.values(isMembers(mapping) ? mapping : {}).filter(
    (target): target is string => typeof target === 'string' && target.startsWith('#/'),
  )
}

const partsOfItems = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'parameters',
  '$ref',
]

/** What can be taken out of a document by itself, each with its pointer: operations, components and webhooks. */
export function separateParts(document: unknown): readonly (readonly [pointer: string, part: unknown])[] {
  const { paths, components, webhooks } = asMembers(document)
  const operations = Object.entries(asMembers(paths)).flatMap(([path, item]) =>
    Object.entries(asMembers(item))
      .filter(([key]) => partsOfItems.includes(key))
      .map(([key, part]) => [pointerTo('paths', path, key), { [key]: part }] as const),
  )
  const named = Object.entries(asMembers(components)).flatMap(([kind, byName]) =>
    Object.entries(asMembers(byName)).map(
      ([name, part]) => [pointerTo('components', kind, name), part] as const,
    ),
  )
  const hooks = Object.entries(asMembers(webhooks)).map(
    ([name, part]) => [pointerTo('webhooks', name), part] as const,
  )
  return [...operations, ...named, ...hooks]
}

/** Links that lead to an operation which is refused are left out with it. */
export function withoutDeadLinks(document: Members, model: DocumentModel): Members {
  const written = new Set(separateParts(document).flatMap(([, part]) => idsIn(part)))
  const known = new Set([...written, ...model.operations.map(({ id }) => id)])
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(prune)
    if (!isMembers(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        key === 'links' ? aliveLinks(member, known) : prune(member),
      ]),
    )
  }
  return asMembers(prune(document))
}

function aliveLinks(links: unknown, known: ReadonlySet<string>): unknown {
  if (!isMembers(links)) return links
  const alive = Object.entries(links).filter(([, link]) => {
    const id = isMembers(link) ? link['operationId'] : undefined
    return typeof id !== 'string' || known.has(id)
  })
  return Object.fromEntries(alive)
}

function idsIn(part: unknown): readonly string[] {
  return Object.values(asMembers(part)).flatMap((operation) => {
    const id = isMembers(operation) ? operation['operationId'] : undefined
    return typeof id === 'string' ? [id] : []
  })
}

function asMembers(value: unknown): Members {
  return isMembers(value) ? value : {}
}
