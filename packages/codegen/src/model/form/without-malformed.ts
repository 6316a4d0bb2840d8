import { DocumentError, pointerTo } from '../errors.ts'
import { isMembers } from '../schema-walk.ts'
import { httpMethods } from '../source.ts'
import { type FormProblem, messageOf, pointerOf, readForm } from './form-problems.ts'
import { createReferenceReader, type ReferenceReader } from './reference-reader.ts'
import { type Members, withoutParts } from './without-parts.ts'

interface WellFormed {
  readonly document: Members
  /** What was taken out of it, and why. */
  readonly refusals: readonly DocumentError[]
}

/**
 * A document in which everything that is read is of the form that OpenAPI gives it. Operations, components and webhooks that are not, and
 * operations that refer to them, are taken out.
 *
 * @throws DocumentError that names everything that is wrong, where that cannot be taken out.
 */
export function withoutMalformed(document: Members): WellFormed {
  const reader = createReferenceReader(document)
  const { problems: direct, references } = readForm(document, 'Document', [])
  const problems = [...new Map([...direct, ...reader.problemsBehind(references)].map(byMessage)).values()]
  if (problems.length === 0) return { document, refusals: [] }
  refuseWhole(problems)
  const operations = operationsOf(document)
  const own = problems.flatMap((problem) => refusalsOf(operations, problem))
  const refused = new Set(own.map(({ pointer }) => pointer.split('/').slice(0, 4).join('/')))
  const left = operations.filter(({ pointer }) => !refused.has(pointer))
  const referrers = left.flatMap((operation) => refusalOfReferrer(reader, operation))
  // Operations first, as what can be read is told.
  const refusals = [...own, ...referrers].toSorted((a, b) => Number(isOfPaths(b)) - Number(isOfPaths(a)))
  return { document: withoutParts(document, refusals), refusals }
}

function isOfPaths({ pointer }: DocumentError): boolean {
  return pointer.startsWith('#/paths/')
}

function byMessage(problem: FormProblem): readonly [message: string, problem: FormProblem] {
  return [messageOf(problem), problem]
}

/** What is not in one operation, component or webhook is told together with all else. */
function refuseWhole(problems: readonly FormProblem[]): void {
  const isOfPart = ({ place: [section], place }: FormProblem) =>
    place.length > (section === 'components' ? 2 : 1) &&
    ['components', 'paths', 'webhooks'].includes(section ?? '')
  const [first, ...others] = problems.toSorted((a, b) => Number(isOfPart(a)) - Number(isOfPart(b)))
  if (!first || isOfPart(first)) return
  throw new DocumentError(pointerOf(first), [first.problem, ...others.map(messageOf)].join('\n  '))
}

interface Operation {
  readonly pointer: string
  readonly path: string
  readonly method?: string
  readonly item: Members
}

/** A path item that is a reference stands for all of its operations. */
function operationsOf({ paths }: Members): readonly Operation[] {
  if (!isMembers(paths)) return []
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!isMembers(item)) return []
    if ('$ref' in item) return [{ pointer: pointerTo('paths', path), path, item }]
    const methods = httpMethods.filter((method) => method in item)
    return methods.map((method) => ({ pointer: pointerTo('paths', path, method), path, method, item }))
  })
}

/** What a path item has for all of its operations. */
const ofAllOperations = ['description', 'parameters', 'servers', 'summary']

/** One refusal, or one for each operation of a path where all of them have the problem. */
function refusalsOf(operations: readonly Operation[], problem: FormProblem): readonly DocumentError[] {
  const [section, path, member = ''] = problem.place
  const isOfAll = section === 'paths' && ofAllOperations.includes(member)
  const affected = isOfAll ? operations.filter((operation) => operation.path === path) : []
  return affected.length === 0
    ? [new DocumentError(pointerOf(problem), problem.problem)]
    : affected.map(({ pointer }) => new DocumentError(pointer, `of its path, ${messageOf(problem)}`))
}

/** The refusal of an operation that refers to what is of another form. */
function refusalOfReferrer(
  reader: ReferenceReader,
  { pointer, method, item }: Operation,
): readonly DocumentError[] {
  const used = method === undefined ? item : { parameters: item['parameters'], [method]: item[method] }
  const { references } = readForm(used, 'PathItem', [])
  const [problem] = reader.problemsBehind(references)
  return problem ? [new DocumentError(pointer, `it refers to ${messageOf(problem)}`)] : []
}
