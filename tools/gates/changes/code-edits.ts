import type { Judged, Level } from './judged.ts'

/** A text of a file that is replaced, in each place where it stands. */
interface Replacement {
  /** Below `packages/`. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/** An edit of code, while the document stays as it is. */
export interface CodeEdit extends Judged {
  readonly replacements: readonly Replacement[]
}

function judged(
  level: Level,
  name: string,
  why: string,
  file: string,
  from: string,
  to: string,
  ...more: readonly Replacement[]
): CodeEdit {
  return { level, name, why, replacements: [{ file, from, to }, ...more] }
}

const client = 'client/src'
const runtime = `${client}/runtime`
const createToken = `${client}/generated/operations/createToken.ts`

/** Edits of the types that people wrote. */
const types: readonly CodeEdit[] = [
  judged(
    'major',
    'function no longer exported',
    'imports of it fail',
    `${client}/index.ts`,
    'isErrorOf,',
    '',
  ),
  judged(
    'minor',
    'function exported',
    'code gains a name, and loses none',
    `${client}/index.ts`,
    'isErrorOf,',
    'isErrorOf, isErrorOf as isFailureOf,',
  ),
  judged(
    'major',
    'option renamed',
    'calls with the old name do not compile',
    `${runtime}/call-options.ts`,
    'readonly deadline?:',
    'readonly total?:',
  ),
  judged(
    'minor',
    'optional option added',
    'calls without it work as before',
    `${runtime}/call-options.ts`,
    'readonly timeout?:',
    'readonly idle?: number | undefined\n  readonly timeout?:',
  ),
  judged(
    'major',
    'option required',
    'clients that are made without it do not compile',
    `${runtime}/client-options.ts`,
    'readonly scope?: string | undefined',
    'readonly scope: string',
  ),
  judged(
    'minor',
    'option no longer required',
    'more clients compile',
    `${runtime}/client-options.ts`,
    'readonly auth: Auth',
    'readonly auth?: Auth',
  ),
  judged(
    'major',
    'fewer values of an option',
    'headers as pairs do not compile',
    `${runtime}/call-options.ts`,
    '  | Iterable<readonly [name: string, value: string]>',
    '',
  ),
  judged(
    'minor',
    'more values of an option',
    'what compiled goes on to',
    `${runtime}/call-options.ts`,
    'readonly timeout?: number',
    "readonly timeout?: number | 'none'",
  ),
  judged(
    'major',
    'null in what a hook receives',
    'hooks that read it do not compile',
    `${runtime}/hooks.ts`,
    'readonly duration: number',
    'readonly duration: number | null',
  ),
  judged(
    'minor',
    'member added to what a hook receives',
    'hooks ignore what they do not read',
    `${runtime}/hooks.ts`,
    'readonly attempt: number',
    'readonly attempt: number\n  readonly startedAt: Date',
  ),
  judged(
    'major',
    'member removed from what a hook receives',
    'hooks that read it do not compile',
    `${runtime}/hooks.ts`,
    'readonly method: string',
    '',
  ),
  judged(
    'minor',
    'fewer values in what a hook receives',
    'hooks that handled null go on to compile',
    `${runtime}/hooks.ts`,
    'readonly requestId: string | null',
    'readonly requestId: string',
  ),
  judged(
    'major',
    'parameter added to a callback that users write for a cache',
    'functions that return keys have to return one more',
    'react-query/src/runtime/keys.ts',
    '  scope: string,\n  operation: Id,',
    '  scope: string,\n  version: 1,\n  operation: Id,',
  ),
  judged(
    'major',
    'type of an error changed',
    'code that reads the property does not compile',
    `${client}/errors/user-api-error.ts`,
    'declare readonly url: string',
    'declare readonly url: URL',
    { file: `${client}/errors/user-api-error.ts`, from: 'readonly url: string', to: 'readonly url: URL' },
  ),
]

/** Edits of what generators write, in one of the files that they wrote. */
const generated: readonly CodeEdit[] = [
  judged(
    'major',
    'generator: body of an input under another name',
    'calls that hand a body over do not compile',
    createToken,
    'readonly body:',
    'readonly content:',
  ),
  judged(
    'minor',
    'generator: input may be left out',
    'calls with it go on to compile',
    createToken,
    'readonly body:',
    'readonly body?:',
  ),
  judged(
    'major',
    'generator: results as read-only lists',
    'code that sorts a list in place does not compile',
    'types/src/generated/openapi.d.ts',
    'components["schemas"]["TruncatedToken"][]',
    'readonly components["schemas"]["TruncatedToken"][]',
  ),
  judged(
    'major',
    'generator: dates as objects',
    'code that handles the text does not compile',
    'types/src/generated/openapi.d.ts',
    'created_at: string',
    'created_at: Date',
  ),
  judged(
    'major',
    'generator: schemas named otherwise',
    'imports of the old name fail',
    'types/src/generated/names.d.ts',
    'export type NewToken =',
    'export type NewTokenBody =',
  ),
  judged(
    'patch',
    'generator: other comments',
    'only readers of the code notice',
    createToken,
    '/** What',
    '/** This is what',
  ),
]

/** Edits of what code does, which no type shows. */
const behaviour: readonly CodeEdit[] = [
  judged(
    'major',
    'default of an option changed',
    'calls without it wait for longer',
    `${runtime}/call-options.ts`,
    'Default: 2, so that',
    'Default: 5, so that',
  ),
  judged(
    'patch',
    'computation of a delay changed within its limits',
    'nobody was promised the exact pause',
    `${runtime}/retry.ts`,
    'Math.random() *',
    '(1 - Math.random()) *',
  ),
]

export const codeEdits: readonly CodeEdit[] = [...types, ...generated, ...behaviour]
