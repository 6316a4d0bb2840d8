import type { paths } from '../src/generated/document/openapi.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A path of the document with values in place of its parameters. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path

/** The operation of a path and a method; `never` where there is none. */
type OperationAt<Path extends keyof paths, Name extends Method> = NonNullable<
  paths[Path][Lowercase<Name> & keyof paths[Path]]
>

type LineOf<Path extends keyof paths, Name extends Method> = [OperationAt<Path, Name>] extends [never]
  ? never
  : `${Name} ${Filled<Path>}${'' | `?${string}`}`

/** The first line of a request that the document has: `GET /users/whoami`. */
export type Line = { [Path in keyof paths]: { [Name in Method]: LineOf<Path, Name> }[Method] }[keyof paths]

type OperationOf<Given extends string> = {
  [Path in keyof paths]: {
    [Name in Method]: Given extends LineOf<Path, Name> ? OperationAt<Path, Name> : never
  }[Method]
}[keyof paths]

/** What is sent as JSON with such a line. */
export type BodyOf<Given extends string> =
  OperationOf<Given> extends { requestBody?: infer Body }
    ? [NonNullable<Body>] extends [never]
      ? undefined
      : NonNullable<Body> extends { content: { 'application/json': infer Json } }
        ? Json
        : undefined
    : undefined

/** A body that breaks its schema on purpose. All others have to compile. */
export function invalid<Body>(body: unknown): Body {
  return body as Body // what is sent is not what the type says: that is the point
}
