import { draft } from '../drafts.ts'
import { explain, quote } from '../message.ts'
import { listOf, memberOf, recordOf } from '../reading.ts'
import type { Context, Location, Rule } from '../redocly.ts'

const notTrue = (value: unknown, location: Location) => ({
  message: explain({
    wrong: `${draft} marks what is not published yet`,
    expected: '`true`, or no such key: without it, the thread asks for all that the operation needs',
    right: `${draft}: true`,
    found: quote(value),
  }),
  location: location.child(draft),
})

const misplaced = (type: string, location: Location) => ({
  message: explain({
    wrong: `A ${type} cannot be a draft by itself`,
    expected: `${draft} at an operation, a parameter or a member of a schema: what only these use is a draft with them`,
    right: `properties: { note: { ${draft}: true } }`,
    found: `${draft} at a ${type}`,
  }),
  location: location.child(draft).key(),
})

const required = (what: string, name: string, right: string, location: Location) => ({
  message: explain({
    wrong: `The draft ${name} is required`,
    expected: `${what} that may be left out, because the published document does not have it`,
    right,
    found: `\`${name}\` among what is required`,
  }),
  location,
})

/** Members are looked at from their object, because one that is a reference is visited as what it leads to. */
const checkMembers = (schema: unknown, { location, report }: Context): void => {
  const names = listOf(memberOf(schema, 'required'))
  for (const [name, member] of Object.entries(recordOf(memberOf(schema, 'properties')))) {
    const value = memberOf(member, draft)
    const place = location.child(['properties', name])
    if (value === undefined) continue
    if (value !== true) report(notTrue(value, place))
    const others = names.filter((other) => other !== name)
    if (names.includes(name))
      report(
        required(
          'a member',
          name,
          `required: [${others.join(', ')}]`,
          location.child(['required', names.indexOf(name)]),
        ),
      )
  }
}

/** The keys of these are looked at above, or by a rule of their own. */
const isMember = (pointer: string): boolean => /\/properties\/[^/]+$/.test(pointer)

/**
 * A draft is an operation, a parameter or a member of a schema with `x-draft: true`, and nothing that the published document requires.
 */
export const draftRule: Rule = () => ({
  any: {
    enter(node, { type, location, report }) {
      const value = memberOf(node, draft)
      if (value === undefined || (type.name === 'Schema' && isMember(location.pointer))) return
      const isPlace = type.name === 'Operation' || type.name === 'Parameter'
      if (!isPlace) report(misplaced(type.name, location))
      else if (value !== true) report(notTrue(value, location))
    },
  },
  Parameter(parameter, { location, report }) {
    const { name, in: place, required: isRequired } = recordOf(parameter)
    if (memberOf(parameter, draft) === undefined) return
    if (place === 'path' || isRequired === true)
      report(
        required(
          'a parameter',
          String(name),
          place === 'path' ? `a draft of the whole operation: ${draft}: true` : 'required: false',
          location.child(draft).key(),
        ),
      )
  },
  Schema: checkMembers,
})
