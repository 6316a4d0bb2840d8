import type { Operation, Parameter } from '../../model/index.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { checkText } from './check-text.ts'
import { refusal } from './responses.ts'
import { callerOf, isWorkspaceOfRole, superAdmin } from './roles.ts'

/** How a path may not be written, whatever it names. */
export function pathChecks(operation: Operation): string[] {
  return [trailingSlash(operation), ...malformedEncoding(operation), ...encodedSlash(operation)]
}

/** Another path, and an unknown one: neither needs credentials. */
function trailingSlash(operation: Operation): string {
  return checkText({
    rule: 'path-odd',
    title: 'returns 404 without credentials for the path with a slash at its end',
    situation: "'a slash at the end'",
    lines: [
      `const exchange = await calls.attempt('${callerOf(operation)}', { pathEnd: '/', credentials: 'none' })`,
      'expectUnknownPath(exchange)',
    ],
  })
}

/** A slash that is percent-encoded is a character of the value: a server that takes it for a separator finds the name behind it. */
function encodedSlash(operation: Operation): string[] {
  return operation.parameters.flatMap(({ name, in: place, schema }) => {
    if (place !== 'path' || schema.type !== 'string') return []
    const status = isWorkspaceOfRole(operation, name) ? '403' : '404'
    if (!operation.responses.some((response) => response.status === status)) return []
    return [
      checkText({
        rule: 'path-odd',
        title: `returns ${status} when {${name}} is an existing name after %2F`,
        situation: quoted(`{${name}} after %2F`),
        lines: [
          `const encodedPath = { ${memberName(name)}: (encoded: string) => \`%2F\${encoded}\` }`,
          `const exchange = await calls.attempt('${callerOf(operation)}', { encodedPath })`,
          `expectResponse(exchange, responses[${status}])`,
        ],
      }),
    ]
  })
}

/** A caller that is let in, and the responses that it may get. */
interface Asker {
  readonly caller: string
  readonly who: string
  readonly statuses: readonly string[]
}

/** In a query, too: what cannot be read is not a value. */
function malformedEncoding(operation: Operation): string[] {
  return operation.parameters.flatMap((parameter) => {
    if (parameter.in === 'query') return malformed(operation, inQuery(parameter), asker(operation))
    if (parameter.in !== 'path') return []
    const askers = isWorkspaceOfRole(operation, parameter.name)
      ? workspaceAskers(operation)
      : [asker(operation)]
    return askers.flatMap((each) => malformed(operation, inPath(parameter), each))
  })
}

function asker(operation: Operation): Asker {
  return { caller: callerOf(operation), who: '', statuses: ['400'] }
}

/** A workspace that cannot be read is none that exists: the document's order allows 403 or 404 before 400. */
function workspaceAskers(operation: Operation): Asker[] {
  return [
    { caller: callerOf(operation), who: '', statuses: ['400', '403'] },
    { caller: superAdmin.caller, who: ` to ${superAdmin.who}`, statuses: ['400', '404'] },
  ]
}

/** How a value is named, and the variation that writes it wrongly. */
type Flaw = readonly [what: string, variation: string]

function inPath({ name }: Parameter): Flaw {
  return [`{${name}}`, `{ encodedPath: { ${memberName(name)}: '%zz' } }`]
}

function inQuery({ name }: Parameter): Flaw {
  return [name, `{ encodedQuery: ${quoted(`${name}=%zz`)} }`]
}

function malformed(
  operation: Operation,
  [what, variation]: Flaw,
  { caller, who, statuses }: Asker,
): string[] {
  const responses = statuses.flatMap((status) => refusal(operation, [status]) ?? [])
  if (responses.length === 0) return []
  return [
    checkText({
      rule: 'path-encoding',
      title: `returns ${responses.map(({ status }) => status).join(' or ')}${who} when ${what} is not valid percent-encoding`,
      situation: quoted(`${what}${who}`),
      lines: [
        `const exchange = await calls.attempt('${caller}', ${variation})`,
        `expectResponse(exchange, ${responses.map(({ response }) => response).join(', ')})`,
      ],
    }),
  ]
}
