/** What differs from run to run, and what stands for it in findings and deviations. The first match of a text counts. */
const placeholders: readonly (readonly [pattern: RegExp, placeholder: string])[] = [
  [/\[secret\]/g, '<secret>'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<e-mail>'],
  [/contract-user-[a-z0-9]+/gi, '<username>'],
  [/contract-[a-z0-9]+-\d+(?:-[a-z-]+)?/gi, '<workspace>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g, '<time>'],
  [/\b[A-Za-z0-9]{30,}\b/g, '<token>'],
]

/** The longest text of an actual value. */
const longest = 120

/** The text as it is in every run: short, with placeholders for e-mails, names, times and tokens. */
export function withPlaceholders(text: string): string {
  const stable = placeholders.reduce(
    (replaced, [pattern, placeholder]) => replaced.replaceAll(pattern, placeholder),
    text,
  )
  return stable.length > longest ? `${stable.slice(0, longest)}…` : stable
}
