/**
 * The types of the user API as it is on the wire: member names, media types and statuses as in the OpenAPI document.
 *
 * @example
 * import type { GlobalUserInfo, paths } from '@windmill-user-api/types'
 *
 * type Tokens = paths['/users/tokens/list']['get']['responses'][200]['content']['application/json']
 *
 * @packageDocumentation
 */
export type * from './generated/names.js'
export type { components, operations, paths } from './generated/openapi.js'
