import type { Workflow, WorkflowStep } from '../../model/index.ts'

/** What an earlier step has kept, by the words of its name: the token of `logInAsAdmin` is the admin's. */
export type Kept = readonly string[]

/** A value of a step, with the example of each input in its place, and what an earlier step kept as `write` has it. */
export function valueIn(workflow: Workflow, value: unknown, write: (kept: Kept) => unknown): unknown {
  if (typeof value === 'string') return valueOfText(workflow, value, write)
  if (Array.isArray(value)) return value.map((item) => valueIn(workflow, item, write))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, valueIn(workflow, part, write)]),
  )
}

function valueOfText({ inputs }: Workflow, text: string, write: (kept: Kept) => unknown): unknown {
  const [, input] = /^\$inputs\.(\w+)$/.exec(text) ?? []
  if (input !== undefined) return inputs.find(({ name }) => name === input)?.example ?? input
  const kept = keptIn(text)
  return kept ? write(kept) : text
}

/** The path of a step's operation, with its values; what an earlier step kept as `write` has it. */
export function pathOf(
  workflow: Workflow,
  step: WorkflowStep,
  path: string,
  write: (kept: Kept) => string,
): string {
  return step.parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((address, { name, value }) => address.replace(`{${name}}`, inUrl(workflow, value, write)), path)
}

/** One value as a part of a URL. */
export function inUrl(workflow: Workflow, value: unknown, write: (kept: Kept) => string): string {
  const kept = typeof value === 'string' ? keptIn(value) : undefined
  return kept ? write(kept) : encodeURIComponent(String(valueIn(workflow, value, write)))
}

function keptIn(text: string): Kept | undefined {
  const [, step = '', output] = /\$steps\.(\w+)\.outputs\.(\w+)/.exec(text) ?? []
  return output === undefined ? undefined : wordsOfKept(step, output)
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

/** What a step keeps by an output. */
export function keptBy({ id }: WorkflowStep, { name }: WorkflowStep['outputs'][number]): Kept {
  return wordsOfKept(id, name)
}

function wordsOfKept(step: string, output: string): Kept {
  const words = step
    .replace(/^logIn(?:As)?/, '')
    .split(/(?=[A-Z])|_/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '')
  return words.at(-1) === output ? words : [...words, ...output.split('_')]
}
