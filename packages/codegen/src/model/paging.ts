import { DocumentError } from './errors.ts'
import type { Parameter } from './parameter.ts'
import { resolveSchema } from './reference.ts'
import { isSuccess, type Response } from './response.ts'
import { isMembers } from './schema-walk.ts'
import type { Schema, SourceDocument } from './source.ts'

/** How an operation answers a page at a time: `x-pagination`. */
export interface Paging {
  readonly by: 'page' | 'offset' | 'cursor'
  /** The parameter of the query that says where a page begins. */
  readonly parameter: string
  /** The one that says how many items it has, where there is one. */
  readonly size: string | undefined
  /** The number of the first page, or the offset of the first item. */
  readonly from: number
  /** Items of a full page, unless the caller asks for another number; `undefined` where the document does not say. */
  readonly fullPage: number | undefined
  /** Where the items are in the body, by the names of members; empty where it is a list. */
  readonly items: readonly string[]
  /** Where the next cursor is. */
  readonly next: readonly string[]
}

const example = '{ "by": "page", "parameter": "page", "size": "per_page", "from": 1 }'

/**
 * Reads `x-pagination`. Without it, an operation with the numbers `page` and `per_page` in its query whose success is a list answers by
 * page, which is how the document of this repository and many others say it.
 *
 * @throws DocumentError where the extension says what the operation does not have.
 */
export function readPaging(
  document: SourceDocument,
  pointer: string,
  extension: unknown,
  operation: { readonly parameters: readonly Parameter[]; readonly responses: readonly Response[] },
): Paging | undefined {
  if (extension === undefined) return usualPaging(document, operation)
  const refuse = (problem: string): never => {
    throw new DocumentError(`${pointer}/x-pagination`, `${problem}. Expected, for example, ${example}.`)
  }
  if (!isMembers(extension)) return refuse('it is no object')
  const { by, parameter, size, from, items = '', next = '' } = extension
  if (by !== 'page' && by !== 'offset' && by !== 'cursor')
    return refuse('"by" is none of page, offset and cursor')
  const position = inQuery(operation, parameter) ?? refuse(`"parameter" names no parameter of the query`)
  const number =
    size === undefined
      ? undefined
      : (inQuery(operation, size) ?? refuse('"size" names no parameter of the query'))
  for (const counted of by === 'cursor' ? [number] : [position, number])
    if (counted && !typesOf(document, counted).some(isNumber)) refuse(`"${counted.name}" takes no number`)
  const first = from ?? (by === 'page' ? 1 : 0)
  if (first !== 0 && (first !== 1 || by !== 'page')) return refuse('"from" is neither 0 nor, by page, 1')
  const paging = {
    by,
    parameter: position.name,
    size: number?.name,
    from: first,
    fullPage: number && fullPageOf(document, number),
    items: stepsOf(items) ?? refuse('"items" is no JSON pointer'),
    next: stepsOf(next) ?? refuse('"next" is no JSON pointer'),
  } as const
  if (!holdsAt(document, operation, paging.items, isList))
    return refuse('"items" leads to no list in each success')
  if ((by === 'cursor') !== paging.next.length > 0) return refuse('"next" is there by cursor, and only then')
  if (!holdsAt(document, operation, paging.next, () => true))
    return refuse('"next" leads nowhere in a success')
  return paging
}

function usualPaging(
  document: SourceDocument,
  operation: { readonly parameters: readonly Parameter[]; readonly responses: readonly Response[] },
): Paging | undefined {
  const [page, size] = ['page', 'per_page'].map((name) => inQuery(operation, name))
  if (!page || !size || !holdsAt(document, operation, [], isList)) return undefined
  // Lists, texts and null are no pages to count.
  if (![page, size].every((each) => typesOf(document, each).every(isNumber))) return undefined
  const { default: preset, minimum } = resolveSchema(document, page.schema)
  // A document whose pages begin at 0 says so by the value for none.
  const from = (preset ?? minimum) === 0 ? 0 : 1
  const fullPage = fullPageOf(document, size)
  return { by: 'page', parameter: page.name, size: size.name, from, fullPage, items: [], next: [] }
}

function inQuery({ parameters }: { readonly parameters: readonly Parameter[] }, name: unknown) {
  return parameters.find((parameter) => parameter.in === 'query' && parameter.name === name)
}

/** The types of the values that a parameter takes; one that is not known where the document does not say. */
function typesOf(document: SourceDocument, { schema }: Parameter): readonly (string | undefined)[] {
  return [resolveSchema(document, schema).type].flat()
}

function isNumber(type: string | undefined): boolean {
  return type === 'integer' || type === 'number'
}

function fullPageOf(document: SourceDocument, { schema }: Parameter): number | undefined {
  const number = resolveSchema(document, schema).default
  return typeof number === 'number' ? number : undefined
}

/** The steps of a JSON pointer (RFC 6901). */
function stepsOf(pointer: unknown): readonly string[] | undefined {
  if (typeof pointer !== 'string' || !/^(?:\/|$)/.test(pointer)) return undefined
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Whether each body of a success has a value of some kind in a place. */
function holdsAt(
  document: SourceDocument,
  { responses }: { readonly responses: readonly Response[] },
  steps: readonly string[],
  isRight: (schema: Schema) => boolean,
): boolean {
  const media = responses.filter(isSuccess).flatMap(({ content }) => content)
  return (
    media.length > 0 &&
    media.every(({ kind, schema }) => {
      const found = schemaAt(document, schema, steps)
      return kind === 'json' && found !== undefined && isRight(found)
    })
  )
}

function schemaAt(document: SourceDocument, schema: Schema, steps: readonly string[]): Schema | undefined {
  const target = resolveSchema(document, schema)
  const [step, ...others] = steps
  if (step === undefined) return target
  const parts = [target, ...(target.allOf ?? []).map((part) => resolveSchema(document, part))]
  const member = parts.map(({ properties }) => properties?.[step]).find((found) => found !== undefined)
  return member && schemaAt(document, member, others)
}

function isList({ type }: Schema): boolean {
  return [type].flat().includes('array')
}
