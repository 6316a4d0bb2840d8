import { type CallFacts, expected } from './chance/any-body.ts'
import { membersOf, resolveSchema } from './chance/values-of.ts'
import { createConformance } from './conformance.ts'
import { expectAnswer } from './expect-answer.ts'
import type { Schema } from './operation.ts'
import type { Scene } from './scene.ts'
import type { Actor } from './stage.ts'

/**
 * Values at the very limits of their schemas are accepted: the longest texts, in bytes as well as in characters, and the
 * shortest. Chance seldom makes them up, and servers often have limits of their own.
 */
export async function takesLimits(
  scene: Scene,
  actor: Actor,
  { schemas, schema, answers }: CallFacts,
): Promise<void> {
  const conforms = createConformance(schemas)
  for (const [name, member] of Object.entries(membersOf(resolveSchema(schemas, schema)))) {
    if (scene.varying[name] !== 'accepted') continue
    const values = limitValues(resolveSchema(schemas, member))
    for (const value of values.filter((each) => conforms(member, each) === undefined)) {
      const body = (prepared: unknown) => ({ ...Object(prepared), [name]: value })
      const exchange = await scene.perform(actor, { body })
      expectAnswer(exchange, ...expected(answers, scene.varying, { [name]: value }))
    }
  }
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
