import path from 'node:path'
import ts from 'typescript-5'
import { repository } from '../../src/repository.ts'

/** What an editor shows of a name: its type, its comment, and the tags of that by name. */
export interface Shown {
  readonly type: string
  readonly text: string
  readonly tags: ReadonlyMap<string, string>
}

/** Asks the language service as an editor does, over the packages as they are built. */
export interface Editor {
  /** What is shown of the name at the end of a piece of the program, which stands there once. */
  shownAt(piece: string): Shown
  /** What is offered behind a piece of the program, which stands there once, by its name. */
  offeredAfter(piece: string): ReadonlyMap<string, Shown>
}

/** Opens a program. It has to compile: an editor that underlines it would show other things. */
export function openEditor(program: string): Editor {
  const file = path.join(repository, 'tools/gates/editor/program.tsx')
  const service = ts.createLanguageService(hostOf(file, program))
  const problems = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]
  if (problems.length > 0)
    throw new Error(problems.map((problem) => described(problem, program)).join('\n\n'))
  const endOf = (piece: string, places: readonly number[]) => {
    if (places.length !== 1)
      throw new Error(`expected "${piece}" once in the program, found it ${places.length} times`)
    return (places[0] ?? 0) + piece.length
  }
  return {
    shownAt(piece) {
      const info = service.getQuickInfoAtPosition(file, endOf(piece, wholeNames(program, piece)) - 1)
      if (!info) throw new Error(`an editor shows nothing at "${piece}"`)
      return shownOf(info)
    },
    offeredAfter(piece) {
      const at = endOf(piece, placesOf(program, piece))
      const offered = service.getCompletionsAtPosition(file, at, {})?.entries ?? []
      if (offered.length === 0) throw new Error(`an editor offers nothing behind "${piece}"`)
      const detailsOf = (name: string) =>
        service.getCompletionEntryDetails(file, at, name, {}, undefined, {}, undefined)
      return new Map(offered.map(({ name }) => [name, shownOf(detailsOf(name))]))
    },
  }
}

function shownOf(details: ts.CompletionEntryDetails | ts.QuickInfo | undefined): Shown {
  return {
    type: ts.displayPartsToString(details?.displayParts),
    text: ts.displayPartsToString(details?.documentation),
    tags: new Map(details?.tags?.map(({ name, text }) => [name, ts.displayPartsToString(text)])),
  }
}

/** What does not compile, and the lines around it. */
function described({ messageText, start = 0 }: ts.Diagnostic, program: string): string {
  const before = program.slice(0, start).split('\n').slice(-4).join('\n')
  const rest = program.slice(start).split('\n', 1)[0]
  return `${ts.flattenDiagnosticMessageText(messageText, '\n')}\n\n${before}${rest}`
}

function placesOf(program: string, piece: string): number[] {
  const places: number[] = []
  for (let at = program.indexOf(piece); at >= 0; at = program.indexOf(piece, at + 1)) places.push(at)
  return places
}

/** Where a piece stands that is not the beginning of a longer name. */
function wholeNames(program: string, piece: string): number[] {
  return placesOf(program, piece).filter((at) => !/\w/.test(program[at + piece.length] ?? ''))
}

function hostOf(file: string, program: string): ts.LanguageServiceHost {
  const read = (name: string) => (name === file ? program : ts.sys.readFile(name))
  return {
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = read(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => path.dirname(file),
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  }
}

const built = (name: string) => [path.join(repository, 'packages', name)]

const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  jsx: ts.JsxEmit.ReactJSX,
  allowImportingTsExtensions: true,
  noEmit: true,
  paths: {
    '@windmill-user-api/client': built('client/dist/index.d.ts'),
    '@windmill-user-api/client/validate': built('client/dist/validate/index.d.ts'),
    '@windmill-user-api/msw': built('msw/dist/index.d.ts'),
    '@windmill-user-api/msw/fixtures': built('msw/dist/fixtures.d.ts'),
    '@windmill-user-api/react-query': built('react-query/dist/index.d.ts'),
    // what only the packages depend on
    '@tanstack/react-query': built('react-query/node_modules/@tanstack/react-query/build/modern/index.d.ts'),
    'react/jsx-runtime': built('react-query/node_modules/@types/react/jsx-runtime.d.ts'),
  },
}
