import { hasType, membersOf, type Operation, operations, type Schema } from '../document.ts'
import {
  isSuccess,
  type Members,
  onAnswer,
  onJson,
  onList,
  onObject,
  onText,
  withText,
} from '../operators.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const answering = operations.filter(({ answer, mediaType }) => answer && mediaType === 'application/json')
const published = answering.filter(({ isInternal }) => !isInternal)
const objects = published.filter(({ answer }) => answer?.properties)
const lists = published.filter(({ isList }) => isList)
const texts = operations.filter(({ isInternal, mediaType }) => !isInternal && mediaType === 'text/plain')

/** Answers that do not look as the document has them. */
export const shapeFaults = (): readonly Family[] => [
  family('shape', 'a required member is missing', 6, eachMember(isRequired, leaveOut)),
  family(
    'shape',
    'a required member is missing in the last item alone',
    4,
    eachMember(isRequired, leaveOutLast).filter(ofList),
  ),
  family(
    'shape',
    'a member has another type',
    7,
    eachMember(() => true, otherType),
  ),
  family(
    'shape',
    'a member of the last item has another type',
    3,
    eachMember(() => true, otherTypeLast).filter(ofList),
  ),
  family('shape', 'a member is null where it may not be', 6, eachMember(isNotNullable, nullify)),
  family('shape', 'a member breaks its format', 5, eachMember(hasFormat, misformat)),
  family('shape', 'a member is too long', 3, eachMember(hasLength, lengthen)),
  family('shape', 'a list comes in an envelope', 3, lists.map(envelope)),
  family('shape', 'an item is none', 2, lists.map(oddEnd)),
  family('shape', 'an object comes in a list', 2, objects.filter(({ isList }) => !isList).map(wrap)),
  family('shape', 'a secret member is shown', 5, objects.flatMap(exposures)),
  family('shape', 'the JSON is broken off', 3, published.map(breakOff)),
  family('shape', 'the JSON is empty', 2, published.map(empty)),
  family('shape', 'a text is quoted as JSON', 4, texts.map(quote)),
  family('shape', 'a text does not name its subject', 5, texts.filter(hasSubject).map(unname)),
  family('shape', 'a text is empty', 3, texts.map(silence)),
  byHand('shape', byHandOnly),
]

type Change = (operation: Operation, name: string, schema: Schema) => Member

function eachMember(
  isMeant: (schema: Schema, name: string, parent: Schema) => boolean,
  make: Change,
): Member[] {
  return objects.flatMap((operation) =>
    membersOf(operation.answer)
      // Nobody is shown a usage: it is optional.
      .filter(([name]) => name !== 'usage')
      .filter(([name, schema]) => isMeant(schema, name, operation.answer ?? {}))
      .map(([name, schema]) => ({ mentions: new RegExp(name), ...make(operation, name, schema) })),
  )
}

function isRequired(_schema: Schema, name: string, parent: Schema): boolean {
  return parent.required?.includes(name) ?? false
}

function isNotNullable(schema: Schema): boolean {
  return !hasType(schema, 'null')
}

function hasFormat({ format }: Schema): boolean {
  return format === 'date-time' || format === 'email'
}

function hasLength({ maxLength }: Schema): boolean {
  return maxLength !== undefined
}

function leaveOut({ id }: Operation, name: string): Member {
  return {
    operation: id,
    what: `leaves out ${name}`,
    plant: () => onObject((members) => without(members, name)),
  }
}

function ofList({ operation }: Member): boolean {
  return lists.some(({ id }) => id === operation)
}

function leaveOutLast({ id }: Operation, name: string): Member {
  const what = `leaves ${name} out of its last item`
  return { operation: id, what, plant: () => onObject((members) => without(members, name), 'last') }
}

function otherType({ id }: Operation, name: string, schema: Schema): Member {
  const wrong = wrongValue(schema)
  return {
    operation: id,
    what: `answers ${JSON.stringify(wrong)} as ${name}`,
    plant: () => onObject((members) => ({ ...members, [name]: wrong })),
  }
}

function otherTypeLast({ id }: Operation, name: string, schema: Schema): Member {
  const wrong = wrongValue(schema)
  return {
    operation: id,
    what: `answers ${JSON.stringify(wrong)} as ${name} of its last item`,
    plant: () => onObject((members) => ({ ...members, [name]: wrong }), 'last'),
  }
}

function wrongValue(schema: Schema): unknown {
  if (hasType(schema, 'boolean')) return 'true'
  if (hasType(schema, 'array')) return 'all'
  return schema.format === 'date-time' ? 1_795_000_000 : 42
}

function nullify({ id }: Operation, name: string): Member {
  return {
    operation: id,
    what: `answers null as ${name}`,
    plant: () => onObject((members) => ({ ...members, [name]: null })),
  }
}

function misformat({ id }: Operation, name: string, { format }: Schema): Member {
  const wrong = format === 'email' ? 'nobody' : '2026-11-23 10:15'
  return {
    operation: id,
    what: `answers ${wrong} as ${name}`,
    plant: () => onObject((members) => ({ ...members, [name]: wrong })),
  }
}

function lengthen({ id }: Operation, name: string, { maxLength = 0 }: Schema): Member {
  return {
    operation: id,
    what: `answers ${maxLength + 1} characters as ${name}`,
    plant: () => onObject((members) => ({ ...members, [name]: 'x'.repeat(maxLength + 1) })),
  }
}

function envelope({ id }: Operation): Member {
  return { operation: id, what: 'wraps its list', plant: () => onJson((items) => ({ items, total: 1 })) }
}

function wrap({ id }: Operation): Member {
  return { operation: id, what: 'wraps its object in a list', plant: () => onJson((value) => [value]) }
}

const secrets: Members = {
  password_hash: '$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHRzYWx0$rYmVpZ0hhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGE',
  token: 'aZ3kP9mQw7Xr2bV8nT5yL1cF6gH4jD0s',
}

function exposures({ id }: Operation): Member[] {
  return Object.entries(secrets).map(([name, value]) => ({
    operation: id,
    what: `shows ${name}`,
    mentions: new RegExp(name),
    plant: () => onObject((members) => ({ ...members, [name]: value })),
  }))
}

function breakOff({ id }: Operation): Member {
  return { operation: id, what: 'breaks off its JSON', plant: () => onText((json) => json.slice(0, -2)) }
}

function empty({ id }: Operation): Member {
  return { operation: id, what: 'answers nothing', plant: () => onText(() => '') }
}

function quote({ id }: Operation): Member {
  return { operation: id, what: 'quotes its text', plant: () => onText((text) => JSON.stringify(text)) }
}

function hasSubject({ id }: Operation): boolean {
  return !['login', 'loginWithOauth', 'createToken', 'getCurrentEmail'].includes(id)
}

function unname({ id }: Operation): Member {
  return { operation: id, what: 'does not name its subject', plant: () => onText(() => 'It has been done.') }
}

function silence({ id }: Operation): Member {
  return { operation: id, what: 'says nothing', plant: () => onText(() => '') }
}

function without(members: Members, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name))
}

function oddEnd({ id }: Operation): Member {
  return {
    operation: id,
    what: 'has an item of another type at its end',
    plant: () => onList((items) => [...items, false]),
  }
}

const byHandOnly: readonly Member[] = [
  {
    operation: 'listUsers',
    what: 'counts time in fractions',
    mentions: /duration_ms/,
    plant: () => onObject((user) => ({ ...user, usage: { duration_ms: 1.5, jobs: 1, flows: 0 } })),
  },
  {
    operation: 'whoami',
    what: 'lists its groups as numbers',
    mentions: /groups/,
    plant: () => onObject((user) => ({ ...user, groups: [1, 2] })),
  },
  {
    operation: 'whois',
    what: 'shows the usage as a text',
    mentions: /usage/,
    plant: () => onObject((user) => ({ ...user, usage: 'none' })),
  },
  {
    operation: 'listUsernames',
    what: 'answers objects in place of names',
    plant: () => onJson((names) => (names as string[]).map((username) => ({ username }))),
  },
  {
    operation: 'listUsernames',
    what: 'has null at its end',
    plant: () => onJson((names) => [...(names as string[]), null]),
  },
  {
    operation: 'getCurrentEmail',
    what: 'ends its text with a line break',
    plant: () => onText((email) => `${email}\n`),
  },
  {
    operation: 'listTokens',
    what: 'is null where there would be a list',
    plant: () => onJson(() => null),
  },
  {
    operation: 'whois',
    what: 'shows a space in front of its JSON text and rubbish behind',
    plant: () => onAnswer(isSuccess, async (response) => withText(response, `${await response.text()} ok`)),
  },
]
