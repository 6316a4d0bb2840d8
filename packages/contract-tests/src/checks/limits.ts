import type { Caller } from '../document/caller.ts'
import { conformanceOf } from '../document/documented-response.ts'
import type { Schema } from '../document/operation.ts'
import { membersOf, resolveSchema } from '../document/values-of.ts'
import { expectResponse } from '../expect/expect-response.ts'
import { each, inSituation } from '../expect/observation.ts'
import type { Calls } from './calls.ts'
import { type CallDescription, expected } from './chance/any-body.ts'

/**
 * Values at the very limits of their schemas are accepted: the longest texts, in bytes as well as in characters, and the
 * shortest. Chance seldom makes them up, and servers often have limits of their own.
 */
export async function takesLimits(
  calls: Calls,
  caller: Caller,
  { schemas, schema, responses }: CallDescription,
): Promise<void> {
  const conforms = conformanceOf(schemas)
  const members = Object.entries(membersOf(resolveSchema(schemas, schema)))
  const varied = members.filter(([name]) => calls.varying[name] === 'accepted')
  const cases = varied.flatMap(([name, member]) =>
    limitValues(resolveSchema(schemas, member))
      .filter((value) => conforms(member, value).length === 0)
      .map((value) => ({ name, value })),
  )
  await each(cases, async ({ name, value }) => {
    const body = (prepared: unknown) => ({ ...Object(prepared), [name]: value })
    const exchange = await calls.observedBy(inSituation(calls.observe, name)).perform(caller, { body })
    expectResponse(exchange, ...expected(responses, calls.varying, { [name]: value }))
  })
}

/** Candidates: whether a schema allows them is for the schema to say. */
export function limitValues({ minLength, maxLength, minimum, maximum, format }: Schema): readonly unknown[] {
  const ending = format === 'email' ? '@example.com' : ''
  const longest = typeof maxLength === 'number' ? textsOf(maxLength - ending.length) : []
  const shortest = typeof minLength === 'number' ? textsOf(minLength).slice(0, 1) : []
  const texts = [...longest, ...shortest].map((text) => text + ending)
  return [...texts, ...[minimum, maximum].filter((limit) => typeof limit === 'number')]
}

/** One byte, and four bytes in two code units, for each character. */
function textsOf(length: number): readonly string[] {
  return length < 0 ? [] : ['x'.repeat(length), '😀'.repeat(length)]
}
