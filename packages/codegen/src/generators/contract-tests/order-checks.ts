import { needsCredentials, type Operation } from '../../model/index.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { tableText } from './check-text.ts'
import { type Refusal, refusal } from './responses.ts'
import { callerOf, roleOf, superAdmin } from './roles.ts'

/**
 * If several things are wrong with a call, the first one in the order of the document is reported: who calls, permission, the media type
 * of the body, its syntax, its schema, and only then whether a name exists. Validation errors never reveal what a caller cannot access.
 */
export function orderChecks(operation: Operation): string[] {
  return [...byNobody(operation), ...byTheWrong(operation), ...inNoWorkspace(operation), ...inBody(operation)]
}

/** One more thing that is wrong with a call. */
interface Flaw {
  readonly what: string
  /** Members of the variation: `raw: …`. */
  readonly variation: string
}

function byNobody(operation: Operation): string[] {
  const response = needsCredentials(operation) ? refusal(operation, ['401']) : undefined
  const flaws = [...bodyFlaws(operation), ...pathFlaws(operation), ...queryFlaws(operation)]
  return table(response, {
    caller: callerOf(operation),
    who: 'nobody',
    flaws: flaws.map(({ what, variation }) => ({ what, variation: `credentials: 'none', ${variation}` })),
  })
}

/** One who may not stands for all of them: that they are refused has checks of its own. */
function byTheWrong(operation: Operation): string[] {
  const [refused] = roleOf(operation)?.refused ?? []
  if (!refused) return []
  const named = pathFlaws(operation).filter(({ variation }) => !variation.includes('workspace:'))
  const flaws = [...bodyFlaws(operation), ...named, ...queryFlaws(operation)]
  return table(refusal(operation, ['403']), { caller: refused.caller, who: refused.who, flaws })
}

/** The workspace is looked at before the body. */
function inNoWorkspace(operation: Operation): string[] {
  const role = roleOf(operation)
  if (!role?.inWorkspace) return []
  const flaws = bodyFlaws(operation).map(({ what, variation }) => ({
    what: `${what} in a workspace that does not exist`,
    variation: `path: { workspace: 'no-such-workspace' }, ${variation}`,
  }))
  return [
    ...table(refusal(operation, ['403']), { caller: role.caller, who: 'anybody', flaws }),
    ...table(refusal(operation, ['404']), { caller: superAdmin.caller, who: superAdmin.who, flaws }),
  ]
}

/** The steps at which a body is refused, each with a flaw of a later step beside it. */
function inBody(operation: Operation): string[] {
  const caller = callerOf(operation)
  const unknown = pathFlaws(operation).filter(({ variation }) => !variation.includes('workspace:'))
  const [mediaType, syntax, schema] = bodyFlaws(operation)
  if (!mediaType || !syntax || !schema) return []
  const beside = ({ what, variation }: Flaw): Flaw[] =>
    unknown.map((flaw) => ({
      what: `${what} where ${flaw.what}`,
      variation: `${variation}, ${flaw.variation}`,
    }))
  const brokenText = "raw: { contentType: 'text/plain', text: '{\"' }"
  const steps = [
    {
      statuses: ['415'],
      flaws: [{ what: 'broken JSON as text/plain', variation: brokenText }, ...beside(mediaType)],
    },
    { statuses: ['400', '422'], flaws: beside(syntax) },
    { statuses: ['422', '400'], flaws: beside(schema) },
  ]
  return steps.flatMap(({ statuses, flaws }) =>
    table(refusal(operation, statuses), { caller, who: 'whoever may call', flaws }),
  )
}

/** What can be wrong with a body: media type, syntax, schema, in the order in which it is told. */
function bodyFlaws({ requestBody }: Operation): Flaw[] {
  const json = requestBody?.content.find(({ kind }) => kind === 'json')
  if (!json) return []
  return [
    { what: 'a body of text/plain', variation: "contentType: 'text/plain'" },
    {
      what: 'broken JSON',
      variation: `raw: { contentType: ${quoted(json.name)}, text: '{"' }`,
    },
    { what: 'a body that is null', variation: 'body: instead(null)' },
  ]
}

function pathFlaws({ parameters }: Operation): Flaw[] {
  return parameters
    .filter((parameter) => parameter.in === 'path' && parameter.schema.type === 'string')
    .map(({ name }) => ({
      what: `{${name}} names nothing`,
      variation: `path: { ${memberName(name)}: 'no-such-${name.replaceAll('_', '-')}' }`,
    }))
}

function queryFlaws({ parameters }: Operation): Flaw[] {
  return parameters
    .filter((parameter) => parameter.in === 'query' && parameter.schema.type === 'integer')
    .map(({ name }) => ({
      what: `${name} is not a number`,
      variation: `query: { ${memberName(name)}: 'many' }`,
    }))
}

function table(
  response: Refusal | undefined,
  { caller, who, flaws }: { readonly caller: string; readonly who: string; readonly flaws: readonly Flaw[] },
): string[] {
  if (!response || flaws.length === 0) return []
  return [
    tableText({
      names: ['what', 'variation'],
      rows: flaws.map(({ what, variation }) => [what, `{ ${variation} }`] as const),
      check: {
        rule: 'check-order',
        title: `returns ${response.status} for ${who} with \${what}`,
        situation: `\`${who} with \${what}\``,
        lines: [
          `const exchange = await calls.attempt('${caller}', variation)`,
          `expectResponse(exchange, ${response.response})`,
        ],
      },
    }),
  ]
}
