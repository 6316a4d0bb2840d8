import { isSingle, type Operation, type WorkflowStep } from '../../model/index.ts'
import { sentMediaType } from '../client/body.ts'

type StepParameter = WorkflowStep['parameters'][number]

/** What a page sends for a step, beside the values that the step names. */
export interface StepRequest {
  readonly method: string
  /** The path template. */
  readonly path: string
  /** That of the body, where the step has one. */
  readonly mediaType: string | undefined
}

/** Undefined where a page could send the step only wrong: cookies, lists in a URL, forms, files, and servers of an operation's own. */
export function stepRequest(step: WorkflowStep, operation: Operation): StepRequest | undefined {
  const media = step.body === undefined ? undefined : sentMediaType(operation)
  const named = new Set(step.parameters.filter(isInPath).map(({ name }) => name))
  const isSendable =
    operation.servers.length === 0 &&
    operation.parameters.filter(isInPath).every(({ name }) => named.has(name)) &&
    step.parameters.every((parameter) => isPlain(parameter, operation)) &&
    (step.body === undefined || media?.kind === 'json')
  if (!isSendable) return undefined
  return { method: operation.method.toUpperCase(), path: operation.path, mediaType: media?.name }
}

function isInPath(parameter: { readonly in: string }): boolean {
  return parameter.in === 'path'
}

/** One text. Credentials in a header are no parameter of the operation. */
function isPlain({ name, in: location, value }: StepParameter, { parameters }: Operation): boolean {
  if (!['path', 'query', 'header'].includes(location) || typeof value === 'object') return false
  const parameter = parameters.find((each) => each.name === name && each.in === location)
  if (!parameter) return location === 'header'
  return isSingle(parameter, parameter.schema) && ['simple', 'form'].includes(parameter.style)
}
