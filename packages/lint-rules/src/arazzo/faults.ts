import { namesOf, resolveFrom } from '../files.ts'
import { listOf, memberOf, recordOf } from '../reading.ts'
import { type FoundSchema, schemaBehind } from '../schemas.ts'
import type { Expression } from './expressions.ts'
import { deadEndOf, membersOf } from './members.ts'
import type { Step, Story } from './stories.ts'

/** What an expression may speak of, and where it stands. */
export interface Scope {
  root: unknown
  file: string
  stories: Story[]
  sources: string[]
  story: Story
  /** Undefined in what belongs to the workflow as a whole. */
  step: Step | undefined
}

/** What is wrong with an expression: which name of it, and the names that are there. */
export interface Fault {
  wrong: string
  name: string
  known: string[]
  /** The expression with the name that is meant. */
  withName(name: string): string
}

const keysOf = (value: unknown): string[] => Object.keys(recordOf(value))

/** The name at the beginning of a text, which may go on as a pointer, an index or a member. */
const nameIn = (text: string, known: string[]): string => {
  const whole = known.find(
    (name) => text === name || ['.', '#', '['].some((mark) => text.startsWith(name + mark)),
  )
  const end = [...text].findIndex((character) => '.#['.includes(character))
  return whole ?? (end < 0 ? text : text.slice(0, end))
}

const unknownName = (
  text: string,
  known: string[],
  fault: (name: string) => { wrong: string; before: string },
): Fault | undefined => {
  const name = nameIn(text, known)
  if (known.includes(name)) return undefined
  const { wrong, before } = fault(name)
  return { wrong, name, known, withName: (right) => `${before}${right}${text.slice(name.length)}` }
}

/** Whether steps run in another order than they stand in. */
const jumps = (story: Story): boolean =>
  [story.node, ...story.steps.map(({ node }) => node)].some((node) =>
    ['onSuccess', 'onFailure', 'successActions', 'failureActions'].some(
      (key) => listOf(node[key]).length > 0,
    ),
  )

const faultOfOutput = (
  rest: string,
  holder: string,
  holderText: string,
  outputs: unknown,
): Fault | undefined => {
  if (!rest.startsWith('outputs.')) return undefined
  return unknownName(rest.slice('outputs.'.length), keysOf(outputs), (name) => ({
    wrong: `${holder} has no output ${name}`,
    before: `${holderText}.outputs.`,
  }))
}

export const faultOfStep = ({ rest }: Expression, { story, step }: Scope): Fault | undefined => {
  const ids = story.steps.map(({ id }) => id)
  const unknown = unknownName(rest, ids, (name) => ({ wrong: `There is no step ${name}`, before: '$steps.' }))
  if (unknown) return unknown
  const id = nameIn(rest, ids)
  const position = step ? ids.indexOf(step.id) : ids.length
  if (ids.indexOf(id) > position && !jumps(story)) {
    const withName = (right: string) => `$steps.${right}${rest.slice(id.length)}`
    return { wrong: `The step ${id} comes later`, name: id, known: ids.slice(0, position), withName }
  }
  const outputs = story.steps.find((each) => each.id === id)?.node['outputs']
  return faultOfOutput(rest.slice(id.length + 1), `The step ${id}`, `$steps.${id}`, outputs)
}

export const faultOfWorkflow = ({ rest }: Expression, { stories }: Scope): Fault | undefined => {
  const ids = stories.map(({ node }) => String(node['workflowId']))
  const wrong = (name: string) => ({ wrong: `There is no workflow ${name}`, before: '$workflows.' })
  const unknown = unknownName(rest, ids, wrong)
  if (unknown) return unknown
  const id = nameIn(rest, ids)
  const story = stories.find(({ node }) => node['workflowId'] === id)
  return faultOfOutput(
    rest.slice(id.length + 1),
    `The workflow ${id}`,
    `$workflows.${id}`,
    story?.node['outputs'],
  )
}

export const faultOfInput = ({ rest }: Expression, { story, file }: Scope): Fault | undefined => {
  const resolve = resolveFrom(file)
  const inputs = schemaBehind(story.node['inputs'], resolve, file)
  const { known, open } = membersOf([inputs], resolve)
  if (open && story.node['inputs'] !== undefined) return undefined
  const wrong = (name: string) => ({ wrong: `The workflow has no input ${name}`, before: '$inputs.' })
  return unknownName(rest, [...known.keys()], wrong)
}

/** The status that the conditions of a step ask for, where they ask for one. */
const statusOf = ({ node }: Step): string | undefined => {
  const conditions = listOf(node['successCriteria']).map((each) => String(memberOf(each, 'condition')))
  const asked = conditions.flatMap((condition) => {
    const [left, operator, right, ...more] = condition.trim().split(/\s+/)
    return left === '$statusCode' && operator === '==' && right && more.length === 0 ? [right] : []
  })
  return asked.length === 1 ? asked[0] : undefined
}

/** The bodies that a step can get: of the status that it asks for, else of every success. */
const bodiesOf = (step: Step): FoundSchema[] => {
  const responses = step.operation?.details().responses ?? {}
  const status = statusOf(step)
  const declared = status && (responses[status] ?? responses[`${status[0]}XX`] ?? responses['default'])
  if (status !== undefined) return Object.values(declared || {})
  return Object.entries(responses).flatMap(([each, content]) =>
    each.startsWith('2') ? Object.values(content) : [],
  )
}

export const faultOfResponse = ({ rest }: Expression, { step }: Scope): Fault | undefined => {
  const [body, pointer] = rest.split('#', 2)
  if (!step || body !== 'body' || !pointer) return undefined
  const bodies = bodiesOf(step)
  const names = namesOf(pointer)
  const end = bodies.length > 0 ? deadEndOf(bodies, names, resolveFrom('')) : undefined
  if (!end) return undefined
  const withName = (right: string) =>
    `$response.body#/${names.map((name) => (name === end.name ? right : name)).join('/')}`
  return { wrong: `The response of ${step.operation?.id} has no ${end.name}`, ...end, withName }
}

export const faultOfSource = ({ rest }: Expression, { sources }: Scope): Fault | undefined =>
  unknownName(rest, sources, (name) => ({
    wrong: `There is no source ${name}`,
    before: '$sourceDescriptions.',
  }))

export const faultOfComponent = ({ rest }: Expression, { root }: Scope): Fault | undefined => {
  const [kind = '', ...name] = rest.split('.')
  return unknownName(name.join('.'), keysOf(memberOf(root, 'components', kind)), (wrong) => ({
    wrong: `There is no component ${wrong} in ${kind}`,
    before: `$components.${kind}.`,
  }))
}
