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
}

/** Opens a program. It has to compile: an editor that underlines it would show other things. */
export function openEditor(program: string): Editor {
  const file = path.join(repository, 'tools/gates/editor/program.tsx')
  const service = ts.createLanguageService(hostOf(file, program))
  const [problem] = service.getSemanticDiagnostics(file)
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'))
  const endOf = (piece: string) => {
    const places = placesOf(program, piece)
    if (places.length !== 1)
      throw new Error(`expected "${piece}" once in the program, found it ${places.length} times`)
    return (places[0] ?? 0) + piece.length
  }
  return {
    shownAt(piece) {
      const info = service.getQuickInfoAtPosition(file, endOf(piece) - 1)
      if (!info) throw new Error(`an editor shows nothing at "${piece}"`)
      return {
        type: ts.displayPartsToString(info.displayParts),
        text: ts.displayPartsToString(info.documentation),
        tags: new Map(info.tags?.map(({ name, text }) => [name, ts.displayPartsToString(text)])),
      }
    },
  }
}

/** Where a piece stands that is not the beginning of a longer name. */
function placesOf(program: string, piece: string): number[] {
  const places: number[] = []
  for (let at = program.indexOf(piece); at >= 0; at = program.indexOf(piece, at + 1))
    if (!/\w/.test(program[at + piece.length] ?? '')) places.push(at)
  return places
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
    '@windmill-user-api/msw': built('msw/dist/index.d.ts'),
    '@windmill-user-api/react-query': built('react-query/dist/index.d.ts'),
  },
}
