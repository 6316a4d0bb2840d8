import type { ValidatorRuntime } from '../generated/document/validators.ts'
import { isDateTime } from './date-time.ts'
import { isEmail, isText } from './formats.ts'

/** What compiled validators call. */
export const validatorRuntime: ValidatorRuntime = {
  formats: { 'date-time': isDateTime, email: isEmail, text: isText },
  codePointLength,
  deepEqual,
}

function codePointLength(text: string): number {
  let length = 0
  for (const _codePoint of text) length += 1
  return length
}

/** Good enough for JSON: the order of members is that in which they were written. */
function deepEqual(first: unknown, second: unknown): boolean {
  return first === second || JSON.stringify(first) === JSON.stringify(second)
}
