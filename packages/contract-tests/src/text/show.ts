import { elide } from './elide.ts'
import { printable, printableLine } from './printable.ts'

/**
 * What somebody else sent, as it may be shown: printable, and with the rest of a long text left out. Secrets have to be masked
 * before, since a secret that is cut or escaped is no longer recognized.
 */
export function showText(text: string, limit: number): string {
  return printable(elide(text, limit))
}

/** The same, in one line. */
export function showLine(text: string, limit: number): string {
  return printableLine(elide(text, limit))
}
