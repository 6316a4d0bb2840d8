import { type Expression, expressionsIn } from '../arazzo/expressions.ts'
import {
  type Fault,
  faultOfComponent,
  faultOfInput,
  faultOfResponse,
  faultOfSource,
  faultOfStep,
  faultOfWorkflow,
  type Scope,
} from '../arazzo/faults.ts'
import { type Step, type Story, sourcesOf, storiesOf } from '../arazzo/stories.ts'
import { explain } from '../message.ts'
import { nearest } from '../nearest.ts'
import type { Location, Rule } from '../redocly.ts'

/** By what the expression speaks of. What is not checked further is right. */
const faults: Record<string, (expression: Expression, scope: Scope) => Fault | undefined> = {
  steps: faultOfStep,
  workflows: faultOfWorkflow,
  inputs: faultOfInput,
  response: faultOfResponse,
  sourceDescriptions: faultOfSource,
  components: faultOfComponent,
  outputs: () => undefined,
  request: () => undefined,
  statusCode: () => undefined,
  url: () => undefined,
  method: () => undefined,
  message: () => undefined,
  self: () => undefined,
}

const faultOf = (expression: Expression, scope: Scope): Fault | undefined => {
  const { subject, text, rest } = expression
  const check = Object.hasOwn(faults, subject) ? faults[subject] : undefined
  if (check) return check(expression, scope)
  const known = Object.keys(faults)
  // A text may begin with a dollar and mean no expression.
  if (subject === '' || !nearest(subject, known)) return undefined
  const withName = (right: string) => `$${right}${rest === '' ? '' : text.slice(subject.length + 1)}`
  return { wrong: `There is nothing called $${subject}`, name: subject, known, withName }
}

const messageFor = ({ wrong, name, known, withName }: Fault, { text }: Expression): string => {
  const meant = nearest(name, known)
  const right = meant ?? known[0]
  return explain({
    wrong,
    meant,
    expected: known.length > 0 ? `of ${known.join(', ')}` : 'none, since there is none',
    right: right === undefined ? 'a value in place of the expression' : withName(right),
    found: `\`${text}\``,
  })
}

/** The parts of a workflow that belong to no step. */
const partsOf = ({ node }: Story) => {
  const { workflowId: _id, steps: _steps, inputs: _inputs, ...parts } = node
  return parts
}

/**
 * A runtime expression leads to something: a step that has run, an output that it has, an input of the workflow, a member
 * that the response has.
 */
export const workflowExpression: Rule = () => ({
  Root(root, { location, report }) {
    const stories = storiesOf(root, location)
    const sources = sourcesOf(root, location).map(({ name }) => name)
    const check = (value: unknown, place: Location, story: Story, step?: Step) => {
      const scope = { root, file: location.source.absoluteRef, stories, sources, story, step }
      for (const expression of expressionsIn(value)) {
        const fault = faultOf(expression, scope)
        if (fault) report({ message: messageFor(fault, expression), location: place.child(expression.path) })
      }
    }
    for (const story of stories) {
      check(partsOf(story), story.location, story)
      for (const step of story.steps) check(step.node, step.location, story, step)
    }
  },
})
