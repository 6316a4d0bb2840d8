/**
 * Checks that a server answers as the document says. It is an entry point of its own, so that a page which does without it does not
 * load it.
 *
 * @example
 * import { createUserApi } from '@windmill-user-api/client'
 * import { validate } from '@windmill-user-api/client/validate'
 *
 * const api = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'cookie' }, validate })
 *
 * @packageDocumentation
 */
import { results, shapes } from '../generated/shapes.ts'
import { problemOf, type Shape, type Shapes } from './shape.ts'

const documented: Shapes = results
const named: Shapes = shapes

/**
 * What is wrong with the shape of a result: a member that is missing or of another type. `undefined` where nothing is, and for an
 * operation that answers no JSON. Members that the document does not name are right. Of the keywords of JSON Schema it looks at `$ref`, `type`,
 * `enum`, `const`, `required`, `properties`, `additionalProperties` with a schema where no `patternProperties` are beside it, `items`,
 * `prefixItems`, `allOf`, `anyOf` and `oneOf`, which it reads as `anyOf`; limits such as a length, and all other keywords, are not looked at.
 *
 * @example
 * validate('globalWhoami', { email: 42 }) // 'body.email is number instead of string'
 */
export function validate(operation: string, value: unknown): string | undefined {
  const shape: Shape | undefined = documented[operation]
  return shape && problemOf(shape, { value, path: 'body', shapes: named })
}
