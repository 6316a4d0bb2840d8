/** Gives names that are identifiers of TypeScript and names of files, each of them once. */
export interface Naming {
  /**
   * The name for what a document calls `wanted`: an identifier, and another one than all names before, the case of letters aside.
   * The same calls in the same order give the same names.
   */
  claim(wanted: string): string
}

interface NamingOptions {
  /** What else is named after a name: `WhoisInput` for `whois`. None of it is given to another one. */
  readonly derived?: (name: string) => readonly string[]
  /** Names that are given to nothing. */
  readonly reserved?: readonly string[]
}

/** Names of one kind: those of operations, or of types. */
export function createNaming({ derived = () => [], reserved = [] }: NamingOptions = {}): Naming {
  const forbidden = new Set([...reservedWords, ...reserved])
  const taken = new Set<string>()
  const claimsOf = (name: string) => [name, ...derived(name)]
  const isFree = (name: string) =>
    !deviceNames.test(name) &&
    claimsOf(name).every((claim) => !forbidden.has(claim) && !taken.has(folded(claim)))
  return {
    claim(wanted) {
      const identifier = identifierOf(wanted)
      // `delete_`, as is usual for a reserved word; `getUser2` for a second one.
      const first = isFree(identifier) || taken.has(folded(identifier)) ? identifier : `${identifier}_`
      const name = firstFree(first, isFree)
      for (const claim of claimsOf(name)) taken.add(folded(claim))
      return name
    },
  }
}

function firstFree(name: string, isFree: (name: string) => boolean): string {
  if (isFree(name)) return name
  for (let number = 2; ; number++) if (isFree(`${name}${number}`)) return `${name}${number}`
}

/** The text itself where it is an identifier; else its words in camel case. */
export function identifierOf(text: string): string {
  const [first = '', ...others] = text
    .normalize('NFC')
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((word) => word !== '')
  const joined = [first, ...others.map(capitalized)].join('').slice(0, longestName)
  return /^[\p{ID_Start}$_]/u.test(joined) ? joined : `_${joined}`
}

/** A file is named like this, with an ending: some file systems take no more than 255 bytes. */
const longestName = 80

export function capitalized(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** Some file systems do not tell `getUser.ts` from `GetUser.ts`. */
function folded(name: string): string {
  return name.toLowerCase()
}

/** Windows has devices of these names, and no files. */
const deviceNames = /^(?:aux|con|nul|prn|(?:com|lpt)\d)$/i

/** No names in a module: words of ECMAScript, those that a reader of an import takes for one, and what every object has. */
const reservedWords: readonly string[] = [
  ...[
    'arguments',
    'as',
    'async',
    'await',
    'break',
    'case',
    'catch',
    'class',
    'const',
    'continue',
    'debugger',
  ],
  ...[
    'default',
    'delete',
    'do',
    'else',
    'enum',
    'eval',
    'export',
    'extends',
    'false',
    'finally',
    'for',
    'from',
  ],
  ...['function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'of'],
  ...[
    'package',
    'private',
    'protected',
    'public',
    'return',
    'static',
    'super',
    'switch',
    'this',
    'throw',
    'true',
  ],
  ...['try', 'type', 'typeof', 'undefined', 'var', 'void', 'while', 'with', 'yield', 'Infinity', 'NaN'],
  ...['constructor', 'hasOwnProperty', 'prototype', 'then', 'toJSON', 'toString', 'valueOf', '__proto__'],
]

/** No names of types: those that TypeScript has itself. */
export const typeKeywords: readonly string[] = [
  ...['any', 'bigint', 'boolean', 'never', 'number', 'object', 'string', 'symbol', 'unknown'],
]
