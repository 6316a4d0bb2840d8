import { type DocumentModel, resolveSchema, type Schema } from '../../model/index.ts'
import { literal, quoted } from '../../text/literal.ts'
import { acceptance } from './acceptance.ts'
import { outsideLimits, type WrongValue, wrongTypes } from './wrong-values.ts'

/** A change that makes a valid body invalid. */
export interface InvalidBody {
  readonly rule: string
  /** `email is a number` */
  readonly what: string
  /** The member that is wrong, or what is wrong with the whole: `email`, `null`. */
  readonly member: string
  /** The expression of the change: `replacing('email', 42)`. */
  readonly change: string
}

/** Every way to break a schema in one place: as a whole, and in each of its members. */
export function invalidBodies(model: DocumentModel, schema: Schema): InvalidBody[] {
  const target = resolveSchema(model.source, schema)
  const accepts = acceptance(model)
  const members = Object.entries(target.properties ?? {})
  const required = (target.required ?? []).map((name) => missing(name))
  const wholes: readonly WrongValue[] = [...wrongTypes(target), { what: 'null', value: null }]
  return [
    ...required,
    ...members.flatMap(([name, member]) => invalidMember(model, name, member)),
    ...wholes
      .filter(({ value }) => !accepts(schema, value))
      .map(({ what, value }) => ({
        rule: 'body-type',
        what: `the body is ${what}`,
        member: what,
        change: `instead(${literal(value)})`,
      })),
  ]
}

function missing(name: string): InvalidBody {
  return {
    rule: 'body-member-missing',
    what: `${name} is missing`,
    member: name,
    change: `without(${quoted(name)})`,
  }
}

function invalidMember(model: DocumentModel, name: string, schema: Schema): InvalidBody[] {
  const target = resolveSchema(model.source, schema)
  const accepts = acceptance(model)
  const candidates = [
    { rule: 'body-member-null', values: [{ what: 'null', value: null }] },
    { rule: 'body-member-type', values: wrongTypes(target) },
    { rule: 'body-member-value', values: outsideLimits(target) },
  ]
  return candidates.flatMap(({ rule, values }) =>
    values
      .filter(({ value }: WrongValue) => !accepts(schema, value))
      .map(({ what, value, expression = literal(value) }: WrongValue) => ({
        rule,
        what: `${name} is ${what}`,
        member: name,
        change: `replacing(${quoted(name)}, ${expression})`,
      })),
  )
}
