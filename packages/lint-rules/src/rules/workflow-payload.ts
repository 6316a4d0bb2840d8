import { stringify } from 'yaml'
import { itemsOf, membersOf } from '../arazzo/members.ts'
import { type Step, storiesOf } from '../arazzo/stories.ts'
import { namesOf, resolveFrom } from '../files.ts'
import { explain, oneOf } from '../message.ts'
import { nearest } from '../nearest.ts'
import { isRecord, listOf, memberOf } from '../reading.ts'
import type { Location, Rule } from '../redocly.ts'
import { type FoundSchema, sampleOf } from '../schemas.ts'

interface Problem {
  message: string
  location: Location
}

const line = (name: string, schemas: FoundSchema[]): string => {
  const [schema] = schemas
  const sample = sampleOf(schema?.node, resolveFrom(schema?.file ?? ''), schema?.file)
  return `${name}: ${stringify(sample, { collectionStyle: 'flow' }).trim()}`
}

/** What is checked besides the value: who sends it, and the names that `replacements` add. */
interface Sender {
  step: Step
  added: string[]
}

const problemsOfObject = (
  value: Record<string, unknown>,
  schemas: FoundSchema[],
  location: Location,
  { step, added }: Sender,
): Problem[] => {
  const { known, required, open } = membersOf(schemas, resolveFrom(''))
  const names = [...known.keys()]
  const unknown = open ? [] : Object.keys(value).filter((name) => !known.has(name))
  const meant = unknown.flatMap((name) => nearest(name, names) ?? [])
  const present = [...Object.keys(value), ...added, ...meant]
  const missing = required.filter((name) => !present.includes(name))
  const surplus = unknown.map((name) => {
    const near = nearest(name, names)
    const [right = ''] = near === undefined ? names : [near]
    return {
      message: explain({
        wrong: `The step ${step.id} sends ${name}, which the body of ${step.operation?.id} does not have`,
        meant: near,
        expected: `of ${names.join(', ')}`,
        right: line(right, known.get(right) ?? []),
        found: name,
      }),
      location: location.child(name).key(),
    }
  })
  if (missing.length === 0) return surplus
  const lacking = {
    message: explain({
      wrong: `The step ${step.id} does not send ${missing.join(', ')}, which ${step.operation?.id} requires`,
      expected: `${required.join(', ')} in the payload`,
      right: missing.map((name) => line(name, known.get(name) ?? [])).join('\n'),
      found: Object.keys(value).join(', ') || 'nothing',
    }),
    location: location.key(),
  }
  return [...surplus, lacking]
}

const problemsOf = (
  value: unknown,
  schemas: FoundSchema[],
  location: Location,
  sender: Sender,
): Problem[] => {
  if (Array.isArray(value)) {
    const items = itemsOf(schemas, resolveFrom(''))
    return value.flatMap((item, index) => problemsOf(item, items, location.child(index), sender))
  }
  if (!isRecord(value) || schemas.length === 0) return []
  const { known } = membersOf(schemas, resolveFrom(''))
  const inner = Object.entries(value).flatMap(([name, member]) =>
    problemsOf(member, known.get(name) ?? [], location.child(name), { ...sender, added: [] }),
  )
  return [...problemsOfObject(value, schemas, location, sender), ...inner]
}

const withoutParameters = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase()

/** Whether a media type is the one that the document names, or in its range: `text/*`. */
const isInRange = (mediaType: string, range: string): boolean => {
  const [type, name] = [withoutParameters(mediaType), withoutParameters(range)]
  return name === '*/*' || type === name || (name.endsWith('/*') && type.startsWith(name.slice(0, -1)))
}

const noBody = ({ id, operation, location, node }: Step, schema: FoundSchema | undefined): Problem => {
  const body = {
    contentType: Object.keys(operation?.details().body ?? {})[0],
    payload: sampleOf(schema?.node, resolveFrom(''), schema?.file),
  }
  return {
    message: explain({
      wrong: `The step ${id} sends no body, which ${operation?.id} requires`,
      expected: 'a `requestBody`',
      right: stringify({ requestBody: body }).trim(),
      found: Object.keys(node).join(', '),
    }),
    location: location.child('operationId').key(),
  }
}

const wrongType = ({ id, operation, location }: Step, found: unknown): Problem => {
  const known = Object.keys(operation?.details().body ?? {})
  return {
    message: explain({
      wrong: `The step ${id} sends a body of another type than ${operation?.id} takes`,
      expected: oneOf(known) || 'no body',
      right: known[0] === undefined ? 'no `requestBody`' : `contentType: ${known[0]}`,
      found: String(found),
    }),
    location: location.child(known[0] === undefined ? 'requestBody' : ['requestBody', 'contentType']),
  }
}

/** A payload may be a text of JSON. */
const parsed = (payload: unknown): unknown => {
  if (typeof payload !== 'string' || !payload.trimStart().startsWith('{')) return payload
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

const problemsOfStep = (step: Step): Problem[] => {
  const { operation, node, location } = step
  if (!operation) return []
  const schemas = Object.entries(operation.details().body)
  const requestBody = node['requestBody']
  if (requestBody === undefined)
    return operation.details().bodyRequired ? [noBody(step, schemas[0]?.[1])] : []
  const contentType = memberOf(requestBody, 'contentType')
  const [sent] = schemas.filter(([range]) => typeof contentType !== 'string' || isInRange(contentType, range))
  if (!sent) return [wrongType(step, contentType ?? 'a body')]
  const targets = listOf(memberOf(requestBody, 'replacements')).map((each) =>
    String(memberOf(each, 'target')),
  )
  const added = targets.flatMap((target) => namesOf(target)[0] ?? [])
  const place = location.child(['requestBody', 'payload'])
  return problemsOf(parsed(memberOf(requestBody, 'payload')), [sent[1]], place, { step, added })
}

/** A step sends a body that its operation takes: the members that the schema has, and all that it requires. */
export const workflowPayload: Rule = () => ({
  Root(root, { location, report }) {
    for (const step of storiesOf(root, location).flatMap(({ steps }) => steps))
      for (const problem of problemsOfStep(step)) report(problem)
  },
})
