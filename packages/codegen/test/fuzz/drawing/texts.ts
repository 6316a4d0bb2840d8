import type { Random } from './random.ts'

const letters = ['a', 'Z', '7', ' ', '/', '?', '&', '=', '%', 'é', ',', ';', '😀', '-', '+', '"', '|', '~']

/** A text that is not empty. A header holds ASCII, without white space at its ends. */
export function drawText(random: Random, isPlain = false): string {
  const from = isPlain ? letters.slice(0, 3) : letters
  return `x${random.times(0, 5, () => random.oneOf(from)).join('')}`
}

const prose = [
  'Reads it.',
  'Ends a comment: */ and opens one: /* here',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that looks like one
  'A `code`, a ```fence, a ${template} and {braces}.',
  '<script>alert(1)</script> <Component /> {expression}',
  '# A heading\n\n- a list\n- of two | cells |\n\n```ts\nconst a = 1\n```',
  '@deprecated {@link Nothing} @example none',
  'Größe, 大きさ, 😀, \u2028 and \\ backslash',
  "import x from 'y'\n\nexport default 1",
  '---\ntitle: front matter\n---',
  '',
]

/** What a summary or a description may say; all of it is somebody's text, and no code. */
export function drawProse(random: Random): string {
  return random.oneOf(prose)
}

/** The summary and the description of something, each with a probability. */
export function drawDescription(random: Random): object {
  return random.maybe(0.3, () => ({ description: drawProse(random) }))
}
