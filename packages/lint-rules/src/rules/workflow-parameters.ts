import { stringify } from 'yaml'
import type { Api, ApiOperation, ApiParameter } from '../arazzo/api.ts'
import { type Step, type Story, sourcesOf, storiesOf } from '../arazzo/stories.ts'
import { resolveFrom } from '../files.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import { listOf, memberOf, recordOf } from '../reading.ts'
import type { Location, Rule } from '../redocly.ts'
import { sampleOf } from '../schemas.ts'

type Credentials = ReturnType<Api['credentials']>

/** A parameter that a step or its workflow gives. */
interface Given {
  name: string
  place: string | undefined
  value: unknown
  location: Location
}

const places = ['path', 'query', 'header', 'cookie']

/** OpenAPI has no parameters of these names: they come with credentials and bodies. */
const ofEveryCall = ['accept', 'authorization', 'content-type', 'cookie']

/** A parameter may be a reference to one in `components`. */
const givenIn = (parent: unknown, root: unknown, location: Location): Given[] =>
  listOf(memberOf(parent, 'parameters')).flatMap((item, index) => {
    const reference = memberOf(item, 'reference')
    const prefix = '$components.parameters.'
    const parameter =
      typeof reference === 'string' && reference.startsWith(prefix)
        ? memberOf(root, 'components', 'parameters', reference.slice(prefix.length))
        : item
    const { name, in: place, value } = recordOf(parameter)
    if (typeof name !== 'string') return []
    const at = location.child(['parameters', index])
    return [{ name, place: typeof place === 'string' ? place : undefined, value, location: at }]
  })

const isSame = (one: string, other: string, place: string): boolean =>
  place === 'header' ? one.toLowerCase() === other.toLowerCase() : one === other

const isTaken = ({ name, place = '' }: Given, { details }: ApiOperation, credentials: Credentials) =>
  [...details().parameters, ...credentials].some(
    (each) => each.place === place && isSame(each.name, name, place),
  ) ||
  (place === 'header' && ofEveryCall.includes(name.toLowerCase()))

const lineFor = ({ name, place }: Pick<ApiParameter, 'name' | 'place'>, value: string): string =>
  `{ name: ${name}, in: ${place}, value: ${value} }`

const inLine = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()

/** An input of that name if the workflow has one, else a value that the document shows. */
const valueFor = ({ name, schema }: ApiParameter, { node }: Story): string => {
  if (memberOf(node, 'inputs', 'properties', name) !== undefined) return `$inputs.${name}`
  const sample = sampleOf(schema.node, resolveFrom(schema.file ?? ''), schema.file)
  return inLine(sample)
}

const surplusMessage = ({ id }: Step, given: Given, operation: ApiOperation, story: Story): string => {
  const { parameters } = operation.details()
  const sameName = parameters.find(({ name }) => name === given.name)
  const near = nearest(
    given.name,
    parameters.map(({ name }) => name),
  )
  const right = sameName ?? parameters.find(({ name }) => name === near) ?? parameters[0]
  const known = parameters.map(({ name, place }) => `${name} (${place})`).join(', ')
  return explain({
    wrong: sameName
      ? `The step ${id} gives ${given.name} in another place than ${operation.id} takes it`
      : `The step ${id} gives ${operation.id} a parameter that it does not take`,
    meant: sameName ? undefined : near,
    expected: known === '' ? 'no parameter but credentials' : `of ${known}`,
    right: right
      ? lineFor(right, sameName || near ? inLine(given.value) : valueFor(right, story))
      : 'no such line',
    found: given.place === undefined ? `${given.name}, without \`in\`` : `${given.name} (${given.place})`,
  })
}

const missingMessage = (
  { id }: Step,
  parameter: ApiParameter,
  operation: ApiOperation,
  story: Story,
): string =>
  explain({
    wrong: `The step ${id} does not give ${operation.id} the parameter ${parameter.name}`,
    expected: `it, since ${operation.id} requires it`,
    right: `parameters:\n  - ${lineFor(parameter, valueFor(parameter, story))}`,
    found: 'nothing',
  })

const problemsOf = (step: Step, story: Story, root: unknown, credentials: Credentials) => {
  const { operation, node, location } = step
  if (!operation) return []
  const own = givenIn(node, root, location)
  const given = [...own, ...givenIn(story.node, root, story.location)]
  // A place that Arazzo does not have is reported by Redocly.
  const surplus = own.filter(
    ({ place, ...parameter }) =>
      (place === undefined || places.includes(place)) &&
      !isTaken({ place, ...parameter }, operation, credentials),
  )
  const known = operation.details().parameters.map(({ name }) => name)
  // A parameter that is given under a wrong name or in a wrong place is not missing.
  const meant = surplus.flatMap(({ name }) => [name, nearest(name, known) ?? name])
  const missing = operation
    .details()
    .parameters.filter(
      ({ name, place, required }) =>
        (required || place === 'path') &&
        !meant.includes(name) &&
        !given.some((parameter) => parameter.place === place && isSame(parameter.name, name, place)),
    )
  return [
    ...surplus.map((parameter) => ({
      message: surplusMessage(step, parameter, operation, story),
      location: parameter.location,
    })),
    ...missing.map((parameter) => ({
      message: missingMessage(step, parameter, operation, story),
      location: location.child(node['parameters'] === undefined ? 'stepId' : 'parameters').key(),
    })),
  ]
}

/** A step gives the parameters that its operation takes, where it takes them, and all that it requires. */
export const workflowParameters: Rule = () => ({
  Root(root, { location, report }) {
    const credentials = sourcesOf(root, location).flatMap(({ api }) => api?.credentials() ?? [])
    for (const story of storiesOf(root, location))
      for (const problem of story.steps.flatMap((step) => problemsOf(step, story, root, credentials)))
        report(problem)
  },
})
