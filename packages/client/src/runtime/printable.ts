/**
 * Text of a server as it can be printed: at most 4,096 characters. What moves a cursor, clears a screen, or turns the text around is
 * percent-encoded.
 */
export function printable(text: string): string {
  return text
    .slice(0, 4096)
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_C}]/gu, encodeURI)
    .slice(0, 4096)
}
