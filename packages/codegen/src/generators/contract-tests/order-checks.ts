import { needsCredentials, type Operation } from '../../model/index.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { type Refusal, refusal } from './answers.ts'
import { tableText } from './check-text.ts'
import { actorOf, roleOf, superAdmin } from './roles.ts'

/**
 * Of several things that are wrong with a call, the document's order says which one is told: who calls, what he may do, the
 * media type of the body, its syntax, its schema, and only then whether what is named exists. Nobody learns from a body's
 * errors what he may not do.
 */
export function orderChecks(operation: Operation): string[] {
  return [...byNobody(operation), ...byTheWrong(operation), ...inNoWorkspace(operation), ...inBody(operation)]
}

/** One more thing that is wrong with a call. */
interface Flaw {
  readonly what: string
  /** Members of the departure: `raw: …`. */
  readonly departure: string
}

function byNobody(operation: Operation): string[] {
  const answer = needsCredentials(operation) ? refusal(operation, ['401']) : undefined
  const flaws = [...bodyFlaws(operation), ...pathFlaws(operation), ...queryFlaws(operation)]
  return table(answer, {
    actor: actorOf(operation),
    who: 'nobody',
    flaws: flaws.map(({ what, departure }) => ({ what, departure: `credentials: 'none', ${departure}` })),
  })
}

/** One who may not stands for all of them: that they are refused has checks of its own. */
function byTheWrong(operation: Operation): string[] {
  const [refused] = roleOf(operation)?.refused ?? []
  if (!refused) return []
  const named = pathFlaws(operation).filter(({ departure }) => !departure.includes('workspace:'))
  const flaws = [...bodyFlaws(operation), ...named, ...queryFlaws(operation)]
  return table(refusal(operation, ['403']), { actor: refused.actor, who: refused.who, flaws })
}

/** The workspace is looked at before the body. */
function inNoWorkspace(operation: Operation): string[] {
  const role = roleOf(operation)
  if (!role?.inWorkspace) return []
  const flaws = bodyFlaws(operation).map(({ what, departure }) => ({
    what: `${what} in a workspace that does not exist`,
    departure: `path: { workspace: 'no-such-workspace' }, ${departure}`,
  }))
  return [
    ...table(refusal(operation, ['403']), { actor: role.actor, who: 'anybody', flaws }),
    ...table(refusal(operation, ['404']), { actor: superAdmin.actor, who: superAdmin.who, flaws }),
  ]
}

/** The steps at which a body is refused, each with a flaw of a later step beside it. */
function inBody(operation: Operation): string[] {
  const actor = actorOf(operation)
  const unknown = pathFlaws(operation).filter(({ departure }) => !departure.includes('workspace:'))
  const [mediaType, syntax, schema] = bodyFlaws(operation)
  if (!mediaType || !syntax || !schema) return []
  const beside = ({ what, departure }: Flaw): Flaw[] =>
    unknown.map((flaw) => ({
      what: `${what} where ${flaw.what}`,
      departure: `${departure}, ${flaw.departure}`,
    }))
  const brokenText = "raw: { contentType: 'text/plain', text: '{\"' }"
  const steps = [
    {
      statuses: ['415'],
      flaws: [{ what: 'broken JSON as text/plain', departure: brokenText }, ...beside(mediaType)],
    },
    { statuses: ['400', '422'], flaws: beside(syntax) },
    { statuses: ['422', '400'], flaws: beside(schema) },
  ]
  return steps.flatMap(({ statuses, flaws }) =>
    table(refusal(operation, statuses), { actor, who: 'whoever may call', flaws }),
  )
}

/** What can be wrong with a body: media type, syntax, schema, in the order in which it is told. */
function bodyFlaws({ requestBody }: Operation): Flaw[] {
  const json = requestBody?.content.find(({ kind }) => kind === 'json')
  if (!json) return []
  return [
    { what: 'a body of text/plain', departure: "contentType: 'text/plain'" },
    {
      what: 'broken JSON',
      departure: `raw: { contentType: ${quoted(json.name)}, text: '{"' }`,
    },
    { what: 'a body that is null', departure: 'body: instead(null)' },
  ]
}

function pathFlaws({ parameters }: Operation): Flaw[] {
  return parameters
    .filter((parameter) => parameter.in === 'path' && parameter.schema.type === 'string')
    .map(({ name }) => ({
      what: `{${name}} names nothing`,
      departure: `path: { ${memberName(name)}: 'no-such-${name.replaceAll('_', '-')}' }`,
    }))
}

function queryFlaws({ parameters }: Operation): Flaw[] {
  return parameters
    .filter((parameter) => parameter.in === 'query' && parameter.schema.type === 'integer')
    .map(({ name }) => ({
      what: `${name} is no number`,
      departure: `query: { ${memberName(name)}: 'many' }`,
    }))
}

function table(
  answer: Refusal | undefined,
  { actor, who, flaws }: { readonly actor: string; readonly who: string; readonly flaws: readonly Flaw[] },
): string[] {
  if (!answer || flaws.length === 0) return []
  return [
    tableText({
      names: ['what', 'departure'],
      rows: flaws.map(({ what, departure }) => [what, `{ ${departure} }`] as const),
      check: {
        rule: 'check-order',
        title: `answers ${answer.status} to ${who} with \${what}`,
        lines: [
          `const exchange = await scene.attempt('${actor}', departure)`,
          `expectAnswer(exchange, ${answer.answer})`,
        ],
      },
    }),
  ]
}
