import type { Impact } from '../reason.ts'

/** Whether users hand a value of a type over, or receive one. Of a type that is nowhere used, both are assumed. */
export type Direction = 'input' | 'output' | 'both'

/** What became of a type. `narrowed`: fewer values have it than before; `widened`: more have. */
export type Change = 'added' | 'required' | 'removed' | 'narrowed' | 'widened' | 'changed'

/** One difference of two surfaces. */
export interface TypeDifference {
  /** From the export down, such as `createToken(input).body.label`. */
  readonly way: string
  readonly change: Change
  readonly direction: Direction
}

/** What a difference is to code that compiled before. */
export function impactOf({ change, direction }: TypeDifference): Impact {
  return breaksIn[change].includes(direction) ? 'major' : 'minor'
}

const everywhere: readonly Direction[] = ['input', 'output', 'both']

const breaksIn: Readonly<Record<Change, readonly Direction[]>> = {
  added: [],
  // a member that has to be given, or that was missing at times and is always there
  required: ['input', 'both'],
  removed: everywhere,
  narrowed: ['input', 'both'],
  widened: ['output', 'both'],
  changed: everywhere,
}

export function turned(direction: Direction): Direction {
  if (direction === 'both') return 'both'
  return direction === 'input' ? 'output' : 'input'
}
