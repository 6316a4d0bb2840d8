import type { RunnableStep } from './runnable.ts'
import { failureOf, filledIn, type Known } from './values.ts'

/** What is read of a response. */
export interface StepResponse {
  readonly status: number
  readonly isJson: boolean
  readonly text: string
}

export interface StepResult {
  /** What was expected and is otherwise; the workflow goes on where there is none. */
  readonly failures: readonly string[]
  /** What later steps may use. */
  readonly kept: Readonly<Record<string, unknown>>
}

/** Holds a response to what the step expects, and takes from it what later steps use. */
export function stepResult(
  { successCriteria, outputs }: RunnableStep,
  known: Known,
  { status, isJson, text }: StepResponse,
): StepResult {
  const withResponse = { ...known, response: { status, body: isJson ? parsed(text) : text } }
  const kept = outputs.map(({ name, value }) => [name, filledIn(withResponse, value)] as const)
  const missing = kept.filter(([, value]) => value === undefined)
  return {
    failures: [
      ...successCriteria.flatMap((condition) => failureOf(withResponse, condition) ?? []),
      ...missing.map(([name]) => `expected a value for ${name} in the response`),
    ],
    kept: Object.fromEntries(kept),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
