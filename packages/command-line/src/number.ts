import { InvalidArgumentError } from 'commander'

/** Which numbers an option takes. */
interface Limits {
  readonly least: number
  readonly most?: number
  /** What to tell of any other text: `Expected a number from 0 to 65535, such as --port 8000.` */
  readonly expected: string
}

/**
 * Reads a whole number, for the parser of an option: digits alone, so that no empty text is 0 and no `1e3` a thousand.
 *
 * @throws InvalidArgumentError for everything else.
 */
export function wholeNumber({ least, most = Number.MAX_SAFE_INTEGER, expected }: Limits) {
  return (text: string): number => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new InvalidArgumentError(expected)
  }
}
