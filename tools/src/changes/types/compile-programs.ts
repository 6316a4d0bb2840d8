import path from 'node:path'
import ts from 'typescript-5'
import { openPackages, type Side } from '../../surface/open-packages.ts'
import type { Reason } from '../reason.ts'

/** Compiles programs that were written for the release before with both, and tells what the new one refuses. */
export function compilePrograms(before: Side, after: Side, files: readonly string[]): readonly Reason[] {
  if (files.length === 0) return []
  const sides = [before, after].map((side) => files.map((file) => path.join(side, file)))
  const { program } = openPackages([before, after], { programs: sides.flat() })
  return files.flatMap((file) => {
    const [old, current] = [before, after].map((side) => complaints(program, path.join(side, file)))
    // a test of types that imports what is no longer in the sources says nothing of what is exported
    if (current === undefined || current.some(({ code, text }) => code === cannotFind && text.includes("'.")))
      return []
    const known = new Set(old?.map(({ text }) => text))
    const [first] = current.filter(({ text }) => !known.has(text))
    return first === undefined ? [] : [reasonOf(file, first)]
  })
}

interface Complaint {
  readonly code: number
  readonly line: number
  readonly text: string
}

const cannotFind = 2307

function complaints(program: ts.Program, file: string): readonly Complaint[] | undefined {
  const source = program.getSourceFile(file)
  return (
    source &&
    program.getSemanticDiagnostics(source).map(({ code, start = 0, messageText }) => ({
      code,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      text: ts.flattenDiagnosticMessageText(messageText, ' ', 0).split('\n')[0] ?? '',
    }))
  )
}

function reasonOf(file: string, { line, text }: Complaint): Reason {
  const [, name = 'client', rest = file] =
    /^(?:programs|node_modules\/@windmill-user-api)\/([^/]+)\/(.*)$/.exec(file) ?? []
  return {
    impact: 'major',
    package: name === 'docs' ? 'client' : name,
    what: `code of the last release no longer compiles: ${text.slice(0, longest)}`,
    place: `packages/${name}/${rest}:${line}`,
  }
}

const longest = 160
