/** The headers that a document names of a response. */
type NamedHeaders<Answer> = Answer extends { headers: infer Known }
  ? { [Name in keyof Known as string extends Name ? never : Name]: Known[Name] }
  : Record<never, never>

/** A value as a header has it: a number is its digits. */
type HeaderText<Value> = Value extends string ? Value : Value extends number | boolean ? `${Value}` : string

/**
 * Headers of which the document names some: those have their types, and an editor lists them. Any may be absent, because a proxy may
 * remove it.
 *
 * @example
 * const waitOf = (headers: HeadersWith<{ 'Retry-After': number }>) => Number(headers.get('Retry-After'))
 */
export interface HeadersWith<Known> extends Headers {
  /** Returns a header that the document names, or null if the response lacks it. */
  get<Name extends keyof Known>(name: Name): HeaderText<NonNullable<Known[Name]>> | null
  /** Returns any other header, or null if the response lacks it. */
  get(name: string): string | null
}

/**
 * A response whose headers the document names.
 *
 * @example
 * const waitOf = (response: ResponseWith<{ 'Retry-After': number }>) => response.headers.get('Retry-After')
 */
export interface ResponseWith<Known> extends Response {
  /** The headers of the response. */
  readonly headers: HeadersWith<Known>
}

/** A documented response as `fetch` gives it. */
export type ResponseOf<Answer> = [keyof NamedHeaders<Answer>] extends [never]
  ? Response
  : ResponseWith<NamedHeaders<Answer>>
