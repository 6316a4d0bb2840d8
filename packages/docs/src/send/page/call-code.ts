import { buildCall, type Call } from './build-call.ts'

/** The variable of the shell that the samples read a token from, too. */
const tokenVariable = 'WINDMILL_TOKEN'

/** A shell command that makes the same call. It names the variable of the token, never the token. */
export function curlOf(call: Call, baseUrl: string, hasToken: boolean): string {
  const { url, method, headers, body } = buildCall(call, baseUrl)
  const options = [
    ...(method === 'GET' ? [] : [`--request ${method}`]),
    ...(hasToken ? [`--header "Authorization: Bearer $${tokenVariable}"`] : []),
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data ${quoted(body)}`]),
  ]
  return `curl ${[...options, quoted(url)].join(' \\\n  ')}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** The same call with the client. Undefined where the body is not JSON, which the client always sends. */
export function clientCodeOf({ request, values, body }: Call): string | undefined {
  const members = request.parameters.flatMap(({ member, isText }, index) => {
    const value = values[index] ?? ''
    if (value === '') return []
    const isBare = !isText && /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value)
    return [`${key(member)}: ${isBare ? value : JSON.stringify(value)}`]
  })
  const sent = body === undefined ? [] : bodyMember(body, request.body?.mediaType ?? '')
  if (sent === undefined) return undefined
  const all = [...members, ...sent]
  return `await api.${request.id}(${all.length === 0 ? '' : `{ ${all.join(', ')} }`})`
}

function bodyMember(body: string, mediaType: string): string[] | undefined {
  if (!/[/+]json$/.test(mediaType)) return [`body: ${JSON.stringify(body)}`]
  try {
    return [`body: ${literal(JSON.parse(body))}`]
  } catch {
    return undefined
  }
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, member]) => `${key(name)}: ${literal(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
}
