import type { Operation, Parameter } from '../../model/index.ts'

/** A member of what a function of the client takes. */
export interface InputMember {
  readonly name: string
  readonly parameter: Parameter
}

/**
 * The parameters of an operation as members of its input, each under its name on the wire. `body` always is the request body, and so
 * are `contentType` and `server` what they say where there is a choice of them. What every object has, such as `toString`, is taken. Where two locations share a name the first of path, query, header,
 * cookie keeps it; the other one gets its location in front: `query_body`.
 */
export function inputMembers(operation: Operation): InputMember[] {
  const taken = new Set([
    'body',
    ...inherited,
    ...(choosesContentType(operation) ? ['contentType'] : []),
    ...(operation.servers.length > 0 ? ['server'] : []),
  ])
  const ordered = (['path', 'query', 'header', 'cookie'] as const).flatMap((location) =>
    operation.parameters.filter((parameter) => parameter.in === location),
  )
  return ordered.map((parameter) => {
    const name = freeName(parameter, taken)
    taken.add(name)
    return { name, parameter }
  })
}

/** What every object has: a compiler takes an input that lacks such an optional member for one that has it, of another type. */
const inherited = Object.getOwnPropertyNames(Object.prototype)

/** Whether the caller says of which media type the body is: there are several, or a range. */
export function choosesContentType({ requestBody }: Operation): boolean {
  const content = requestBody?.content ?? []
  return content.length > 1 || content.some(({ name }) => name.includes('*'))
}

/** Whether a call is complete without any input. */
export function isInputOptional(operation: Operation): boolean {
  const required = inputMembers(operation).filter(({ parameter }) => parameter.required)
  return required.length === 0 && !operation.requestBody?.required
}

/** `WhoisInput` for `whois`. */
export function inputType({ id }: Operation): string {
  return `${id[0]?.toUpperCase()}${id.slice(1)}Input`
}

function freeName(parameter: Parameter, taken: ReadonlySet<string>): string {
  let { name } = parameter
  while (taken.has(name)) name = `${parameter.in}_${name}`
  return name
}
