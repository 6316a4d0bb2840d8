import type { Shown } from './what-is-shown.ts'

/** What somebody who stops at an option has to be told, and how to see that he is. */
const parts: Readonly<Record<string, (shown: Shown) => boolean>> = {
  'what it does': ({ text }) => /^[A-Z`].{10,}/.test(text),
  why: ({ text }) => /\b(?:because|so that)\b/.test(text),
  // what has to be given has none
  'its default': ({ type, text }) => !isOptional(type) || /\bDefault:\s+\S/.test(text),
  'an example': ({ tags }) => /\w/.test(tags.get('example') ?? ''),
}

/** What an editor does not tell of an option that it should. */
export function missingOf(shown: Shown): string[] {
  return Object.entries(parts)
    .filter(([, isThere]) => !isThere(shown))
    .map(([name]) => name)
}

/** `(property) RetryOptions.retries?: number` */
function isOptional(type: string): boolean {
  return /^\(property\) [^:(]*\?:/.test(type)
}
