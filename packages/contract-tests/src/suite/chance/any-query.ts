import fc, { type Arbitrary } from 'fast-check'
import type { DocumentedAnswer } from '../documented-answer.ts'
import { expectAnswer } from '../expect-answer.ts'
import type { QueryValues, Schema, Schemas } from '../operation.ts'
import type { Scene } from '../scene.ts'
import type { Actor } from '../stage.ts'
import { type CallFacts, expected, varyingMembers } from './any-body.ts'
import { forAny } from './for-any.ts'
import { membersOf, typesOf } from './values-of.ts'

/** Every query that the schemas of its parameters allow is accepted. */
export async function takesAnyQuery(
  scene: Scene,
  actor: Actor,
  { schemas, schema, answers }: CallFacts,
): Promise<void> {
  await forAny(scene, varyingMembers(scene, schemas, schema), async (members) => {
    const query = asTexts(members)
    expectAnswer(await scene.perform(actor, { query }), ...expected(answers, scene.varying, members))
  })
}

/** Every query with one value that is no number, or outside its limits, is refused. */
export async function refusesAnyQuery(
  scene: Scene,
  actor: Actor,
  facts: { readonly schemas: Schemas; readonly schema: Schema; readonly answer: DocumentedAnswer },
): Promise<void> {
  const numeric = Object.entries(membersOf(facts.schema)).filter(([, member]) => isNumeric(member))
  const queries = numeric.map(([name, member]) => wrongNumber(member).map((text) => ({ [name]: text })))
  await forAny(
    scene,
    fc.oneof(...queries),
    async (query) => expectAnswer(await scene.attempt(actor, { query }), facts.answer),
    { runs: 30 },
  )
}

function isNumeric(schema: Schema): boolean {
  return typesOf(schema).some((type) => type === 'integer' || type === 'number')
}

/** Texts that are no number in any reading, and numbers outside the limits. */
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
