import fc from 'fast-check'
import type { Caller } from '../../document/caller.ts'
import { conformanceOf, type DocumentedResponse } from '../../document/documented-response.ts'
import type { JsonObject, Schema, Schemas } from '../../document/operation.ts'
import { membersOf, resolveSchema, valuesOf } from '../../document/values-of.ts'
import { expectResponse } from '../../expect/expect-response.ts'
import type { Calls } from '../calls.ts'
import type { Varying } from '../setup.ts'
import { brokenBody } from './broken-body.ts'
import { forAny } from './for-any.ts'

/** What a call is made up from, and what the document says of its responses. */
export interface CallDescription {
  readonly schemas: Schemas
  readonly schema: Schema
  /** By status. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>
}

/** Every body that the schema allows is accepted, or refused where the setup says that the domain may. */
export async function takesAnyBody(
  calls: Calls,
  caller: Caller,
  { schemas, schema, responses }: CallDescription,
): Promise<void> {
  const values = varyingMembers(calls, schemas, schema)
  await forAny(
    calls,
    values,
    async (trial, members) => {
      const body = (prepared: unknown) => ({ ...asMembers(prepared), ...members })
      expectResponse(await trial.perform(caller, { body }), ...expected(responses, calls.varying, members))
    },
    { runs: 8 },
  )
}

/** Every body that breaks the schema in one place is refused. */
export async function refusesAnyBody(
  calls: Calls,
  caller: Caller,
  facts: { readonly schemas: Schemas; readonly schema: Schema; readonly response: DocumentedResponse },
): Promise<void> {
  const judge = { schemas: facts.schemas, conformance: conformanceOf(facts.schemas) }
  await forAny(
    calls,
    brokenBody(judge, facts.schema),
    async (trial, body) => expectResponse(await trial.attempt(caller, { body }), facts.response),
    { runs: 30 },
  )
}

/** Values for the members that a setup lets vary; each may be left out. */
export function varyingMembers({ varying }: Calls, schemas: Schemas, schema: Schema) {
  const members = Object.entries(membersOf(resolveSchema(schemas, schema)))
  const chosen = members.filter(([name]) => varying[name] !== undefined)
  const values = Object.fromEntries(chosen.map(([name, member]) => [name, valuesOf(schemas, member)]))
  return fc.record(values, { requiredKeys: [] })
}

/** Success, and a refusal where one of the members has a reason for it. */
export function expected(
  responses: CallDescription['responses'],
  varying: Varying,
  members: JsonObject,
): readonly DocumentedResponse[] {
  const mayRefuse = Object.keys(members).some((name) => varying[name] !== 'accepted')
  const statuses = mayRefuse ? /^(?:2..|400|404|429)$/ : /^2..$/
  return Object.entries(responses).flatMap(([status, response]) => (statuses.test(status) ? [response] : []))
}

function asMembers(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {}
}
