/**
 * The text within a line or a table cell of Markdown, in which nothing of it is markup, an image or a mention: a character
 * written as a number stands for itself (CommonMark 0.31, section 2.5).
 */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>&|#!@~]/g, (character) => `&#${character.charCodeAt(0)};`)
}
