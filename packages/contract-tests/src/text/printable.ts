/**
 * Characters that do something to a terminal, or cannot be seen: controls (C0, DEL and C1), format characters with those that
 * turn the direction of text, line and paragraph separators, and halves of surrogate pairs.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** What `printable` leaves as it is: a text of several lines stays one. */
const layout = /[\n\t]/

/**
 * The text with every control and invisible character written as its code point, as in JSON. Line breaks and tabs stay.
 * Whatever a server sends can then be written to a terminal or to the log of a CI service.
 *
 * @example
 * ```ts
 * printable('red: \u001b[31m') // 'red: \\u001b[31m'
 * ```
 */
export function printable(text: string): string {
  return replaceUnprintable(text, (character) => (layout.test(character) ? character : codePoint(character)))
}

/** The same, in one line: line breaks and tabs are written out, too. */
export function printableLine(text: string): string {
  return replaceUnprintable(text, codePoint)
}

/** Whether a text can be written to a terminal as it is, in one line. */
export function isPrintableLine(text: string): boolean {
  return printableLine(text) === text
}

/** JSON in which every string can be written to a terminal. It says the same: JSON may escape any character. */
export function printableJson(value: unknown, space?: number): string {
  const escaped = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu
  return JSON.stringify(value, undefined, space).replaceAll(escaped, (character) =>
    Array.from({ length: character.length }, (_, place) => codeUnit(character, place)).join(''),
  )
}

function codeUnit(text: string, place: number): string {
  return `\\u${text.charCodeAt(place).toString(16).padStart(4, '0')}`
}

function replaceUnprintable(text: string, write: (character: string) => string): string {
  return text.replaceAll(new RegExp(unprintable, 'gu'), write).replaceAll(command, escapeCommand)
}

/**
 * What CI services take for a command where it stands in a log: `::` at the beginning of a line, and `##[` or `##vso[`
 * anywhere (https://github.com/actions/runner, ActionCommand.cs; Azure Pipelines; TeamCity).
 */
const command = /^(\s*):(?=:)|#(#\w*\[)/gmu

function escapeCommand(_found: string, indentation: string | undefined, rest: string | undefined): string {
  return rest === undefined ? `${indentation ?? ''}\\u003a` : `\\u0023${rest}`
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function codePoint(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const digits = point.toString(16)
  return short[character] ?? (point > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`)
}
