/**
 * Text of a server as it can be printed: at most 4,096 characters. What moves a cursor, clears a screen, or turns the text around is
 * percent-encoded.
 */
export function printable(text: string): string {
  return (
    text
      .slice(0, 4096)
      // The categories Cc, save line feed and tab, and Bidi_Control. Their names would load the tables of Unicode in each process.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
      .replace(/[\0-\b\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, encodeURI)
      .slice(0, 4096)
  )
}
