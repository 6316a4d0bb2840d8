import { normalBaseUrl } from '@windmill-user-api/base-url'
import { RefusedError } from '../errors/index.ts'
import type { RareFacts, Run } from './facts.ts'
import { byMediaRange } from './other-answers.ts'
import { serializePath } from './path.ts'

/** What a caller may choose where a document leaves a choice. An operation that has one brings these along, so that no other pays for them. */
export interface Choices {
  /** How a body is written, by its media type; the first one is the default. */
  readonly bodies?: Readonly<Record<string, BodyWriter>>
  /** Where the operation is, instead of the base URL; the first one is the default. */
  readonly servers?: readonly Server[]
  /** What proves who calls, in alternatives. */
  readonly keys?: readonly Alternative[]
  /** Whether the document does not say which keys are asked for: those that the client has are sent. */
  readonly anyKeys?: true
}

type BodyWriter = NonNullable<RareFacts['writeBody']>

interface Server {
  readonly url: string
  readonly variables?: Readonly<
    Record<string, { readonly default: string; readonly enum?: readonly string[] }>
  >
}

/** Schemes that are needed together, each with the member of the input for its key; without one, it is the token. */
type Alternative = readonly (readonly [scheme: string, argument?: string])[]

/**
 * Makes the function that looks at what was chosen, and puts the parameters where they go by `place`, where there are others than path
 * values. The choices leave the input, and keys of the client come into it.
 */
export function chosen(
  { bodies, servers, keys, anyKeys }: Choices,
  place: NonNullable<RareFacts['placed']> = serializePath,
): NonNullable<RareFacts['placed']> {
  return (run, input) => {
    if (keys) addKeys(run, input, keys, anyKeys)
    if (servers) run.baseUrl = chosenServer(run, servers, taken(input, 'server'))
    if (bodies) delete input['body']
    return {
      ...(bodies && { writeBody: chosenWriter(run, bodies, taken(input, 'contentType')) }),
      ...place(run, input),
    }
  }
}

/** Takes a member out of the input: nothing that is left in it may be unknown. */
function taken(input: Record<string, unknown>, name: string): unknown {
  const { [name]: value } = input
  delete input[name]
  return value
}

function chosenWriter({ event }: Run, bodies: NonNullable<Choices['bodies']>, wanted: unknown): BodyWriter {
  const [usual = ''] = Object.keys(bodies)
  const name = wanted === undefined ? usual : String(wanted).toLowerCase()
  const known = name in bodies ? name : byMediaRange(Object.keys(bodies), name)
  if (known === undefined || (wanted !== undefined && name.includes('*')))
    throw new RefusedError('contentType', `one of ${Object.keys(bodies).join(', ')}`, event)
  // It is one of their names.
  const write = bodies[known] as BodyWriter
  if (!known.includes('*')) return write
  // Of a range alone, the body knows more.
  const headers = wanted === undefined ? {} : { 'content-type': name }
  return (body, run) => ({ ...write(body, run), headers })
}

function chosenServer(
  { event, baseUrl }: Run,
  servers: NonNullable<Choices['servers']>,
  wanted: unknown,
): string {
  const { url: template, variables = {} } = Object(wanted)
  const server = template === undefined ? servers[0] : servers.find(({ url }) => url === template)
  const url = typeof wanted === 'string' ? wanted : server && filled(server, variables)
  const normal = url === undefined ? undefined : normalBaseUrl(resolved(url, baseUrl))
  if (normal !== undefined) return normal
  throw new RefusedError(
    'server',
    `a base URL, or one of ${servers.map((each) => each.url).join(', ')}`,
    event,
  )
}

/** The URL of a server with its variables; `undefined` where a value is not one that the document allows, or would change the host. */
function filled(
  { url, variables = {} }: Server,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  const start = url.indexOf('//')
  const hostEnd = start < 0 ? 0 : `${url}/`.indexOf('/', start + 2)
  let text: string | undefined = url
  for (const [name, variable] of Object.entries(variables)) {
    const value = String(given[name] ?? variable.default)
    const isInHost = url.indexOf(`{${name}}`) < hostEnd
    const isPlain = isInHost ? /^[\w.:~-]*$/.test(value) : /^[\w.:~/-]*$/.test(value)
    const isAllowed = variable.enum?.includes(value) ?? (isPlain || value === variable.default)
    text = isAllowed ? text?.replaceAll(`{${name}}`, value) : undefined
  }
  return text
}

/** A URL that is relative is so to the base URL. */
function resolved(url: string, baseUrl: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url) || !/^[a-z][a-z\d+.-]*:/i.test(baseUrl)) return url
  return new URL(url, `${baseUrl}/`).href
}

/** The first alternative for which the client has all that it takes; nothing where the call brings a key itself. */
function addKeys(
  run: Run,
  input: Record<string, unknown>,
  alternatives: readonly Alternative[],
  isAny: boolean | undefined,
): void {
  const all = alternatives.flat()
  if (all.some(([, argument]) => argument !== undefined && argument in input)) return
  const keys: Readonly<Record<string, unknown>> = run.keys ?? {}
  const has = ([scheme, argument]: Alternative[number]) =>
    argument === undefined ? run.bearer !== undefined : keys[scheme] !== undefined
  const found = isAny ? all.filter(has) : alternatives.find((alternative) => alternative.every(has))
  if (!found) return
  for (const [scheme, argument] of found)
    if (argument !== undefined) input[argument] = keyText(run, scheme, keys[scheme])
  // One alternative is enough, and a server that is sent two may take the caller for somebody else.
  if (!isAny && found.every(([, argument]) => argument !== undefined)) run.bearer = undefined
}

/** A key as it is sent: of HTTP Basic its two parts (RFC 7617, section 2). */
function keyText({ event }: Run, scheme: string, key: unknown): string {
  const value = typeof key === 'function' ? key() : key
  if (typeof value === 'string' && value !== '') return value
  const { username, password } = Object(value)
  if (typeof username !== 'string' || typeof password !== 'string' || username.includes(':'))
    throw new RefusedError(scheme, 'a key, or a username without ":" and a password', event)
  const bytes = new TextEncoder().encode(`${username}:${password}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}
