import { isSuccess, type Operation } from '../../model/index.ts'
import { inputType, isInputOptional } from '../client/input.ts'

/** Code of a query or mutation over the function of an operation, and what it imports for that. */
export interface Called {
  readonly code: string
  /** Names of `runtime/operation-call.ts`. */
  readonly helpers: readonly string[]
}

/** `query(whois)`; with `null` where the operation answers nothing, and without an input where all of it is optional. */
export function calledFactory(operation: Operation, name: string, further: readonly string[] = []): Called {
  const { id } = operation
  const generics = `<'${id}', ${inputType(operation)}, QueryData<'${id}'>>`
  const nothing = answersNothing(operation)
  const optional = isInputOptional(operation)
  const called = nothing ? `/* @__PURE__ */ nullForNothing(${id})` : id
  const factory = `/* @__PURE__ */ ${name}${generics}(${[called, ...further].join(', ')})`
  return {
    code: optional ? `/* @__PURE__ */ withoutInput(${factory}, {})` : factory,
    helpers: [...(nothing ? ['nullForNothing'] : []), ...(optional ? ['withoutInput'] : [])],
  }
}

/** `mutation(createUser, affected)`; without an input where all of it is optional. */
export function calledMutation(operation: Operation, affected: readonly string[]): Called {
  const { id } = operation
  const types = (input: string) => `<'${id}', ${input}, ResultOf<'${id}'>>`
  const input = inputType(operation)
  const optional = isInputOptional(operation)
  const called = optional ? `/* @__PURE__ */ callWithoutInput${types(input)}(${id}, {})` : id
  const generics = types(optional ? `${input} | void` : input)
  return {
    code: `/* @__PURE__ */ mutation${generics}(${[called, ...affected].join(', ')})`,
    helpers: optional ? ['callWithoutInput'] : [],
  }
}

/** The import of the helpers of all code in a file; nothing where it needs none. */
export function helperImports(...called: readonly Called[]): string[] {
  const names = [...new Set(called.flatMap(({ helpers }) => helpers))].sort()
  return names.length > 0 ? [`import { ${names.join(', ')} } from '../../runtime/operation-call.ts'`] : []
}

/** Whether a success may have no body. Where a document names no success, `default` is one. */
function answersNothing({ method, responses }: Operation): boolean {
  const successes = responses.filter(isSuccess)
  const answers = successes.length > 0 ? successes : responses.filter(({ status }) => status === 'default')
  return method === 'head' || answers.some(({ content }) => content.length === 0)
}
