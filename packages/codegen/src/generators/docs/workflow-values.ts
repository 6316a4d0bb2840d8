import type { Workflow, WorkflowStep } from '../../model/index.ts'

/** What an earlier step has kept. */
export class Kept {
  readonly words: readonly string[]

  constructor(step: string, output: string) {
    this.words = wordsOfKept(step, output)
  }
}

/** A value of a step, with the example of each input in its place, and what an earlier step kept as `Kept`. */
export function valueIn(workflow: Workflow, value: unknown): unknown {
  if (typeof value === 'string') return valueOfText(workflow, value)
  if (Array.isArray(value)) return value.map((item) => valueIn(workflow, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, valueIn(workflow, part)]))
}

function valueOfText({ inputs }: Workflow, text: string): unknown {
  const [, input] = /^\$inputs\.(\w+)$/.exec(text) ?? []
  if (input !== undefined) return inputs.find(({ name }) => name === input)?.example ?? input
  return keptIn(text) ?? text
}

function keptIn(text: string): Kept | undefined {
  const [, step = '', output] = /\$steps\.(\w+)\.outputs\.(\w+)/.exec(text) ?? []
  return output === undefined ? undefined : new Kept(step, output)
}

/** The token that a step calls with. */
export function tokenOf({ parameters }: WorkflowStep): Kept | undefined {
  const header = parameters.find(
    (parameter) => parameter.in === 'header' && parameter.name === 'Authorization',
  )
  return header && keptIn(String(header.value))
}

/** The status that the step expects, where that is a failure. */
export function expectedFailure({ successCriteria }: WorkflowStep): string | undefined {
  const statuses = successCriteria.map((criterion) => /^\$statusCode == (\d+)$/.exec(criterion)?.[1])
  return statuses.find((status) => status !== undefined && status >= '400')
}

/** Names what a step keeps: the token of `logInAsAdmin` is the admin's. */
export function keptBy({ id }: WorkflowStep, { name }: WorkflowStep['outputs'][number]): Kept {
  return new Kept(id, name)
}

function wordsOfKept(step: string, output: string): string[] {
  const words = step
    .replace(/^logIn(?:As)?/, '')
    .split(/(?=[A-Z])|_/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '')
  return words.at(-1) === output ? words : [...words, ...output.split('_')]
}
