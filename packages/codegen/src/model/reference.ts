import { DocumentError } from './errors.ts'
import type { Reference, Schema, SourceDocument } from './source.ts'

/** A resolved object with the component name that it was reached by; an inline object has none. */
export interface Resolved<T> {
  readonly name: string | undefined
  readonly value: T
}

export function isReference(value: object): value is Reference {
  return '$ref' in value && typeof value.$ref === 'string'
}

/** The last segment of a reference: `#/components/schemas/User` → `User`. */
export function referenceName(reference: string): string {
  return unescaped(reference.slice(reference.lastIndexOf('/') + 1))
}

/** How many references may lead to each other: several times what people write. */
const longestChain = 100

/** Follows `$ref` until a real object is found. The outermost component name is kept. */
export function resolve<T extends object>(document: SourceDocument, value: T | Reference): Resolved<T> {
  const passed: string[] = []
  let target = value
  while (isReference(target)) {
    const { $ref } = target
    if (passed.includes($ref))
      throw new DocumentError(
        $ref,
        `this reference leads to itself, by way of ${passed.join(' and ')}. Expected one that ends at an object.`,
      )
    if (passed.length === longestChain)
      throw new DocumentError(
        passed[0] ?? $ref,
        `this reference leads to more than ${longestChain} others, one after the other. Expected one that leads to an object.`,
      )
    passed.push($ref)
    // A reference of the document points at an object of the kind that stands in its place: lint has checked it.
    target = lookUp(document, $ref) as T | Reference
  }
  const [first] = passed
  return { name: first === undefined ? undefined : referenceName(first), value: target }
}

/** The schema itself where `schema` is a reference, otherwise `schema`. */
export function resolveSchema(document: SourceDocument, schema: Schema): Schema {
  return typeof schema.$ref !== 'string' ? schema : resolve<Schema>(document, { $ref: schema.$ref }).value
}

/** @throws DocumentError where a reference leads to nothing, or to no object. */
export function lookUp(document: object, reference: string): object {
  const isInside = reference.startsWith('#/')
  let target: unknown = isInside ? document : undefined
  for (const step of isInside ? pointerSteps(reference) : [])
    target = isObject(target) ? target[step] : undefined
  if (isObject(target)) return target
  throw new DocumentError(
    reference,
    'this reference leads nowhere. Expected a place inside the bundled document, such as "#/components/schemas/User". Bundle the document first.',
  )
}

/** The steps of a pointer below the root of the document, as they are written there. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescaped)
}

function unescaped(segment: string): string {
  return decoded(segment).replaceAll('~1', '/').replaceAll('~0', '~')
}

/** @throws DocumentError for a reference that is no URI. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new DocumentError(text, 'this reference is no URI. Expected "%25" for each "%" of a name.')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
