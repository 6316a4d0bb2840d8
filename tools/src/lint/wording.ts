import { isMap, isScalar, isSeq } from 'yaml'
import { nearest } from './nearest.ts'
import type { RedoclyProblem } from './redocly.ts'
import type { Files } from './references.ts'
import type { SourceFile } from './source-file.ts'

/** What a message can be made of: the problem, and the files with the place where it is. */
interface Context {
  readonly problem: RedoclyProblem
  readonly files: Files
  readonly file: SourceFile | undefined
  /** The names on the way down to the part. */
  readonly place: readonly string[]
}

type Wording = (context: Context) => string | undefined

/** Rules of Redocly that say what is wrong alone, and what we add: what is expected, and a right example for this place. */
const wordings: Readonly<Record<string, Wording>> = {
  struct: (context) => misspelt(context) ?? wrongType(context) ?? otherValue(context) ?? missing(context),
  'security-defined': undefinedScheme,
  'operation-operationId-unique': sameName,
}

/** The message of a problem. Rules of our own say all of it themselves. */
export function messageOf(problem: RedoclyProblem, files: Files): string {
  const [location] = problem.location
  const context: Context = {
    problem,
    files,
    file: files.byName.get(location?.source.ref ?? ''),
    place: namesOf(location?.pointer),
  }
  return wordings[problem.ruleId]?.(context) ?? problem.message ?? ''
}

function namesOf(pointer: string | undefined): string[] {
  const names = (pointer ?? '').replace(/^#?\/?/, '').split('/')
  return names.filter(Boolean).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The line as it would stand with the name that was meant. */
function misspelt({ problem, file, place }: Context): string | undefined {
  const [, name] = /^Property `(.+)` is not expected here/.exec(problem.message ?? '') ?? []
  if (name === undefined) return undefined
  const [meant] = problem.suggest ?? []
  const special = ofItsPlace(name, place)
  if (special) return special
  const wrong = `OpenAPI has no member \`${name}\` here.`
  if (!meant) return `${wrong} Expected: one that it has, or \`x-${name}\` for one of your own.`
  const line = file?.text.split('\n')[(problem.location[0]?.start?.line ?? 0) - 1]?.trim()
  return `${wrong} Did you mean \`${meant}\`? Right: \`${line?.replace(name, meant) ?? `${meant}: …`}\`.`
}

/** Members that are names of the author's, and what people bring along from OpenAPI 3.0. */
function ofItsPlace(name: string, place: readonly string[]): string | undefined {
  const holder = place.at(-2)
  if (holder === 'paths' && place.length === 2)
    return `A path begins with a slash. Expected: one. Right: \`/${name}:\`. Found: \`${name}\`.`
  if (holder === 'responses')
    return `\`${name}\` is no status. Expected: three digits, a range or \`default\`. Right: \`"200":\`, \`4XX:\` or \`default:\`.`
  if (name === 'nullable')
    return 'OpenAPI 3.1 has no `nullable`. Expected: null among the types. Right: `type: [string, "null"]`.'
  return undefined
}

/** One of few values. */
function otherValue({ problem, file }: Context): string | undefined {
  const [, key, list = ''] =
    /^`(\S+)` can be one of the following only: (.+)\.$/.exec(problem.message ?? '') ?? []
  if (!key) return undefined
  const values = [...list.matchAll(/"([^"]+)"/g)].flatMap(([, value]) => value ?? [])
  const line = file?.text.split('\n')[(problem.location[0]?.start?.line ?? 0) - 1] ?? ''
  const found = line.slice(line.indexOf(':') + 1).trim()
  const right = nearest(found, values) ?? values[0]
  return `\`${found}\` is no value of \`${key}\`. Expected: ${values.join(', ')}. Right: \`${key}: ${right}\`.`
}

const examples: Readonly<Record<string, string>> = {
  array: '[…]',
  object: '{ … }',
  boolean: 'true',
  integer: '1',
  number: '1',
  string: 'text',
}

function wrongType({ problem, file, place }: Context): string | undefined {
  const [, expected = '', isList, found] =
    /^Expected type `(\w+)`( \(array\))? but got `(\w+)`/.exec(problem.message ?? '') ?? []
  if (!found) return undefined
  const key = place.at(-1) ?? ''
  const type = isList ? 'array' : expected in examples ? expected : 'object'
  const members = key === 'required' && type === 'array' ? membersBeside(file, place) : []
  const value = members.length ? `[${members.join(', ')}]` : examples[type]
  const article = /^[aio]/.test(type) ? 'an' : 'a'
  const what = members.length ? 'a list of the names that must be there' : `${article} ${type}`
  return `\`${key}\` is ${found === 'null' ? 'empty' : `of the type ${found}`}. Expected: ${what}. Right: \`${key}: ${value}\`.`
}

/** The members of the schema that a key stands in. */
function membersBeside(file: SourceFile | undefined, place: readonly string[]): string[] {
  const properties: unknown = file?.document.getIn([...place.slice(0, -1), 'properties'], true)
  return isMap(properties) ? properties.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : []
}

function missing({ problem }: Context): string | undefined {
  const [, name] = /^The field `(.+)` must be present/.exec(problem.message ?? '') ?? []
  return (
    name && `\`${name}\` is missing here. Expected: it, because OpenAPI requires it. Right: \`${name}: …\`.`
  )
}

function undefinedScheme({ problem, files }: Context): string | undefined {
  const [, name] = /`(.+)`/.exec(problem.message ?? '') ?? []
  if (!name) return undefined
  const schemes = [...files.byName.keys()].flatMap((file) => {
    const [, scheme] = /^components\/securitySchemes\/(.+)\.\w+$/.exec(file) ?? []
    return scheme ? [scheme] : []
  })
  if (!schemes.length) return undefined
  const right = nearest(name, schemes) ?? schemes[0]
  return `There is no security scheme \`${name}\`. Expected: ${schemes.join(' or ')}. Right: \`- ${right}: []\`.`
}

function sameName({ problem, files, file, place }: Context): string | undefined {
  const id = place.at(-1)
  const others = [...files.byName.values()].flatMap((other) => placesOf(other, id))
  const own = `${file?.name}:${problem.location[0]?.start?.line}`
  const elsewhere = others.filter((at) => at !== own)
  if (!elsewhere.length) return undefined
  return `The operationId \`${id}\` is that of another operation, at ${elsewhere.join(' and ')}. Expected: a name of its own.`
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** File and line of the operations of this name. */
function placesOf(file: SourceFile, id: string | undefined): string[] {
  if (!file.name.startsWith('paths/')) return []
  return methods.flatMap((method) => {
    const node: unknown = file.document.getIn([method, 'operationId'], true)
    if (!isScalar(node) || node.value !== id || isSeq(node)) return []
    return [`${file.name}:${file.placeOf(node.range?.[0] ?? 0).line}`]
  })
}
