/** What moves a cursor, clears a screen, or turns the text around. */
const unsafe = /(?![\n\t])[\p{Cc}\p{Bidi_C}]/gu

/** Text of a server as it can be printed: at most 4,096 characters, with those percent-encoded that a terminal would obey. */
export function printable(text: string): string {
  return text.slice(0, 4096).replace(unsafe, encodeURI)
}
