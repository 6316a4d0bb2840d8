import fc, { type Arbitrary } from 'fast-check'
import type { Caller } from '../../document/caller.ts'
import type { DocumentedResponse } from '../../document/documented-response.ts'
import type { QueryValues, Schema, Schemas } from '../../document/operation.ts'
import { membersOf, typesOf } from '../../document/values-of.ts'
import { expectResponse } from '../../expect/expect-response.ts'
import type { Calls } from '../calls.ts'
import { type CallDescription, expected, varyingMembers } from './any-body.ts'
import { forAny } from './for-any.ts'

/** Every query that the schemas of its parameters allow is accepted. */
export async function takesAnyQuery(
  calls: Calls,
  caller: Caller,
  { schemas, schema, responses }: CallDescription,
): Promise<void> {
  await forAny(calls, varyingMembers(calls, schemas, schema), async (trial, members) => {
    const query = asTexts(members)
    expectResponse(await trial.perform(caller, { query }), ...expected(responses, calls.varying, members))
  })
}

/** Every query with one value that is not a number, or outside its limits, is refused. */
export async function refusesAnyQuery(
  calls: Calls,
  caller: Caller,
  facts: { readonly schemas: Schemas; readonly schema: Schema; readonly response: DocumentedResponse },
): Promise<void> {
  const numeric = Object.entries(membersOf(facts.schema)).filter(([, member]) => isNumeric(member))
  const queries = numeric.map(([name, member]) => wrongNumber(member).map((text) => ({ [name]: text })))
  await forAny(
    calls,
    fc.oneof(...queries),
    async (trial, query) => expectResponse(await trial.attempt(caller, { query }), facts.response),
    { runs: 30 },
  )
}

function isNumeric(schema: Schema): boolean {
  return typesOf(schema).some((type) => type === 'integer' || type === 'number')
}

/** Texts that are not numbers in any reading, and numbers outside the limits. */
function wrongNumber({ minimum, maximum }: Schema): Arbitrary<string> {
  const words = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 })
    .filter((text) => /[a-df-z]/i.test(text) && Number.isNaN(Number(text)))
  const below = typeof minimum === 'number' ? [fc.integer({ max: minimum - 1 }).map(String)] : []
  const above = typeof maximum === 'number' ? [fc.integer({ min: maximum + 1 }).map(String)] : []
  return fc.oneof(words, ...below, ...above)
}

function asTexts(members: Readonly<Record<string, unknown>>): QueryValues {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]))
}
