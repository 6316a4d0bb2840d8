import type { Reason } from '../reason.ts'

/** What the client of the last release got, by the name of the call. */
export type Outcomes = Readonly<Record<string, Outcome>>

interface Outcome {
  /** The status of a success, or the kind of the error. */
  readonly result: string
  /** The types in the body. */
  readonly shape: string
  /** The body itself, where it is the same in each run. */
  readonly value?: unknown
}

/** A call that ends otherwise breaks its caller. Another value of the same shape is another example. */
export function judgeClient(server: 'sandbox' | 'msw', before: Outcomes, after: Outcomes): readonly Reason[] {
  return Object.entries(before).flatMap(([call, old]): readonly Reason[] => {
    const current = after[call]
    if (current === undefined || JSON.stringify(old) === JSON.stringify(current)) return []
    const isSame = old.result === current.result && old.shape === current.shape
    return [
      {
        impact: isSame ? 'patch' : 'major',
        package: server,
        what: `gives the client of the last release ${difference(old, current)}`,
        place: `${call}, called by the client of the last release`,
      },
    ]
  })
}

function difference(old: Outcome, current: Outcome): string {
  if (old.result !== current.result) return `"${current.result}" instead of "${old.result}"`
  if (old.shape !== current.shape) return `${current.shape} instead of ${old.shape}`
  return 'another value of the same shape'
}
