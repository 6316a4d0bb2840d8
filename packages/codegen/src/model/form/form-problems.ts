import { pointerTo } from '../errors.ts'
import { isMembers } from '../schema-walk.ts'
import { type Expected, type FormName, forms, type Names } from './forms.ts'

/** What is of another form than OpenAPI says. */
export interface FormProblem {
  readonly place: readonly string[]
  readonly problem: string
}

/** A reference, and the object that has to stand where it leads. */
export interface FormReference {
  readonly $ref: string
  readonly form: FormName
}

export interface ReadForm {
  readonly problems: readonly FormProblem[]
  readonly references: readonly FormReference[]
}

/** Holds a part of a document to the form that the standard gives it, without what it refers to. */
export function readForm(part: unknown, form: FormName, place: readonly string[]): ReadForm {
  const found: Found = { problems: [], references: [] }
  readPart(found, part, { kind: 'form', form }, place)
  return found
}

interface Found {
  readonly problems: FormProblem[]
  readonly references: FormReference[]
}

function readPart(found: Found, part: unknown, expected: Expected, place: readonly string[]): void {
  if (!isOfKind(part, expected)) {
    const { wanted, example } = wording(expected)
    const instead = example === undefined ? '' : `, such as ${example}`
    found.problems.push({ place, problem: `it is ${told(part)}. Expected ${wanted}${instead}.` })
    return
  }
  if (expected.kind === 'list' && Array.isArray(part))
    for (const [index, item] of part.entries()) readPart(found, item, expected.of, [...place, String(index)])
  if (!isMembers(part)) return
  if (expected.kind === 'map') readMap(found, part, expected, place)
  if (expected.kind === 'form') readObject(found, part, expected.form, place)
}

function readMap(
  found: Found,
  part: Readonly<Record<string, unknown>>,
  { names, of }: Expected & { readonly kind: 'map' },
  place: readonly string[],
): void {
  for (const [name, member] of Object.entries(part)) {
    if (names.extensible && isExtension(name)) continue
    if (names.pattern && !names.pattern.test(name)) found.problems.push(otherName(names, [...place, name]))
    else readPart(found, member, of, [...place, name])
  }
}

function otherName({ example }: Names, place: readonly string[]): FormProblem {
  return {
    place,
    problem: `its name is ${JSON.stringify(place.at(-1))}. Expected one such as "${example}".`,
  }
}

function readObject(
  found: Found,
  part: Readonly<Record<string, unknown>>,
  name: FormName,
  place: readonly string[],
): void {
  const { members, required = [], component, others } = forms[name]
  const { $ref } = part
  if (component !== undefined && $ref !== undefined) {
    readReference(found, $ref, name, place)
    // Only a schema and a path item may have more beside a reference.
    if (name !== 'Schema' && name !== 'PathItem') return
  } else
    for (const each of required)
      if (part[each] === undefined) found.problems.push(missing(members[each], [...place, each]))
  for (const [member, value] of Object.entries(part)) {
    const expected = Object.hasOwn(members, member) ? members[member] : undefined
    if (value === undefined) continue
    if (expected) readPart(found, value, expected, [...place, member])
    else if (others !== undefined && !isExtension(member) && member !== '$ref')
      readOther(found, value, others, [...place, member])
  }
}

function readOther(found: Found, value: unknown, others: Expected | 'none', place: readonly string[]): void {
  if (others !== 'none') {
    readPart(found, value, others, place)
    return
  }
  const problem = `nothing of OpenAPI 3.1 has this name here. Expected a method in lower case, such as "get", or an extension, such as "x-${place.at(-1)}".`
  found.problems.push({ place, problem })
}

function missing(expected: Expected | undefined, place: readonly string[]): FormProblem {
  const { wanted, example } = wording(expected ?? { kind: 'anything' })
  return { place, problem: `it is missing. Expected ${wanted}, such as ${example}.` }
}

function readReference(found: Found, $ref: unknown, form: FormName, place: readonly string[]): void {
  const { component = '' } = forms[form]
  const expected = `Expected a reference, such as "#/components/${component}/…".`
  if (typeof $ref !== 'string') {
    found.problems.push({ place: [...place, '$ref'], problem: `it is ${told($ref)}. ${expected}` })
    return
  }
  const target = /^#\/(?:components\/([^/]+)\/[^/]+|(?:info|security|servers|tags)\b.*)$/.exec($ref)
  if (!target || target[1] === component) {
    found.references.push({ $ref, form })
    return
  }
  const problem = `it refers to ${JSON.stringify($ref)}, which is of another kind. ${expected}`
  found.problems.push({ place, problem })
}

function isExtension(name: string): boolean {
  return name.startsWith('x-')
}

function isOfKind(part: unknown, expected: Expected): boolean {
  switch (expected.kind) {
    case 'anything':
      return true
    case 'flag':
      return typeof part === 'boolean'
    case 'text':
      return typeof part === 'string'
    case 'single':
      return ['string', 'number', 'boolean'].includes(typeof part)
    case 'list':
      return Array.isArray(part)
    case 'form':
      return isMembers(part) || (expected.form === 'Schema' && typeof part === 'boolean')
    default:
      return isMembers(part)
  }
}

function wording(expected: Expected): { readonly wanted: string; readonly example: string | undefined } {
  switch (expected.kind) {
    case 'flag':
      return { wanted: 'true or false', example: undefined }
    case 'text':
      return { wanted: 'a text', example: expected.example }
    case 'single':
      return { wanted: 'a text', example: '"eu"' }
    case 'list':
      return { wanted: 'a list', example: `[${wording(expected.of).example}]` }
    case 'map':
      return {
        wanted: 'an object',
        example: `{ ${JSON.stringify(expected.names.example)}: ${wording(expected.of).example ?? '…'} }`,
      }
    case 'form':
      return {
        wanted: expected.form === 'Schema' ? 'a schema' : 'an object',
        example: forms[expected.form].example,
      }
    default:
      return { wanted: 'an object', example: '{ … }' }
  }
}

/** A value as a message names it: long ones are cut. */
function told(part: unknown): string {
  if (part === null) return 'null'
  if (Array.isArray(part)) return 'a list'
  if (isMembers(part)) return 'an object'
  const written = JSON.stringify(part)
  return written.length > 40 ? `${written.slice(0, 40)}…` : written
}

export function pointerOf({ place }: FormProblem): string {
  return pointerTo(...place)
}

export function messageOf(problem: FormProblem): string {
  return `${pointerOf(problem)}: ${problem.problem}`
}
