/** What a workspace and its packages are called. */
export interface Names {
  /** As it was given: `@acme/petstore`. */
  readonly given: string
  /** Without the scope: `petstore`. */
  readonly plain: string
  /** The title of the document, in one line that may stand in any text. */
  readonly title: string
  /** The text of this repository with the other names in place of its own. It works on paths as well. */
  rename(text: string): string
}

/** A name that npm takes, whose words can begin an identifier. */
const expected = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z][a-z0-9-]*$/
/** What npm allows, less the longest ending: `-contract-tests`. */
const longest = 190

/**
 * The names for a package name.
 *
 * @throws Error that shows a right one.
 */
export function namesFor(given: string, documentTitle: string): Names {
  if (!expected.test(given) || given.length > longest)
    throw new Error(
      `${JSON.stringify(given)} cannot name packages. Expected a name that npm takes, in lower case, with a letter first, such as --name @acme/petstore.`,
    )
  const plain = given.replace(/^.*\//, '')
  const words = withoutApi(plain.split('-').filter(Boolean))
  const title = inOneLine(documentTitle) || given
  const api = /\bapi$/i.test(title) ? title : `${title} API`
  const replacements = new Map(table({ given, plain, words, title, api }))
  // At each place the first that fits, once: another name may have one of ours in it.
  const own = new RegExp(
    [...replacements.keys()].map((name) => name.replaceAll('.', String.raw`\.`)).join('|'),
    'g',
  )
  return {
    given,
    plain,
    title,
    rename: (text) => text.replaceAll(own, (name) => replacements.get(name) ?? name),
  }
}

/** `PetstoreApi` for `petstore`, and for `petstore-api`. */
function withoutApi(words: readonly string[]): readonly string[] {
  return words.length > 1 && words.at(-1) === 'api' ? words.slice(0, -1) : words
}

interface Parts {
  readonly given: string
  readonly plain: string
  readonly words: readonly string[]
  readonly title: string
  readonly api: string
}

/** From the most exact to the most general. */
function table({ given, plain, words, title, api }: Parts): readonly (readonly [from: string, to: string])[] {
  const pascal = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')
  const camel = `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`
  const constant = words.join('_').toUpperCase()
  return [
    // one package has the name of another one as its beginning nowhere: `@acme/petstore-client`
    ['@windmill-user-api/', `${given}-`],
    ['windmill-user-api', given.replace('@', '').replace('/', '-')],
    ['windmill-user-', `${plain}-`],
    ['windmill-contract', `${plain}-contract`],
    ['WINDMILL_', `${constant}_`],
    ['UserApi', `${pascal}Api`],
    ['userApi', `${camel}Api`],
    ['user-api', `${words.join('-')}-api`],
    ["Windmill's user API", `the ${api}`],
    ['Windmill user API', api],
    ['user API', api],
    ['windmill.example.com', 'api.example.com'],
    ['Windmill.Example.COM', 'Api.Example.COM'],
    ['Windmill', title],
  ]
}

/** Quotes and backslashes end a string in one of the languages in which the title stands. */
function inOneLine(title: string): string {
  return title
    .replaceAll(/["'`]/g, '’')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|[\\<>{}$*/#[\]|]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(0, 80)
}
