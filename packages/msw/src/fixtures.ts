/**
 * What the examples of the document say that the API answers, as plain values. Nothing else is loaded with them.
 *
 * @example
 * import { examples, fixtures } from '@windmill-user-api/msw/fixtures'
 *
 * fixtures.whois[200].username // 'ada'
 * examples.whois[404].NotFoundWorkspace // 'Not found: …'
 *
 * @packageDocumentation
 */
export { examples, fixtures } from './generated/fixtures.ts'
export type { Answer } from './runtime/answer.ts'
