import fc from 'fast-check'
import { createConformance } from '../conformance.ts'
import type { DocumentedAnswer } from '../documented-answer.ts'
import { expectAnswer } from '../expect-answer.ts'
import type { JsonObject, Schema, Schemas } from '../operation.ts'
import type { Scene } from '../scene.ts'
import type { Actor, Varying } from '../stage.ts'
import { brokenBody } from './broken-body.ts'
import { forAny } from './for-any.ts'
import { membersOf, resolveSchema, valuesOf } from './values-of.ts'

/** What a call is made up from, and what the document says of its answers. */
export interface CallFacts {
  readonly schemas: Schemas
  readonly schema: Schema
  /** By status. */
  readonly answers: Readonly<Record<string, DocumentedAnswer>>
}

/** Every body that the schema allows is accepted, or refused where the stage says that the domain may. */
export async function takesAnyBody(
  scene: Scene,
  actor: Actor,
  { schemas, schema, answers }: CallFacts,
): Promise<void> {
  const values = varyingMembers(scene, schemas, schema)
  await forAny(
    scene,
    values,
    async (members) => {
      const body = (prepared: unknown) => ({ ...asMembers(prepared), ...members })
      expectAnswer(await scene.perform(actor, { body }), ...expected(answers, scene.varying, members))
    },
    { runs: 8 },
  )
}

/** Every body that breaks the schema in one place is refused. */
export async function refusesAnyBody(
  scene: Scene,
  actor: Actor,
  facts: { readonly schemas: Schemas; readonly schema: Schema; readonly answer: DocumentedAnswer },
): Promise<void> {
  const judge = { schemas: facts.schemas, conformance: createConformance(facts.schemas) }
  await forAny(
    scene,
    brokenBody(judge, facts.schema),
    async (body) => expectAnswer(await scene.attempt(actor, { body }), facts.answer),
    { runs: 30 },
  )
}

/** Values for the members that a stage lets vary; each may be left out. */
export function varyingMembers({ varying }: Scene, schemas: Schemas, schema: Schema) {
  const members = Object.entries(membersOf(resolveSchema(schemas, schema)))
  const chosen = members.filter(([name]) => varying[name] !== undefined)
  const values = Object.fromEntries(chosen.map(([name, member]) => [name, valuesOf(schemas, member)]))
  return fc.record(values, { requiredKeys: [] })
}

/** Success, and a refusal where one of the members has a reason for it. */
export function expected(
  answers: CallFacts['answers'],
  varying: Varying,
  members: JsonObject,
): readonly DocumentedAnswer[] {
  const mayRefuse = Object.keys(members).some((name) => varying[name] !== 'accepted')
  const statuses = mayRefuse ? /^(?:2..|400|404|429)$/ : /^2..$/
  return Object.entries(answers).flatMap(([status, answer]) => (statuses.test(status) ? [answer] : []))
}

function asMembers(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {}
}
