import { existsSync } from 'node:fs'
import path from 'node:path'
import { isScalar, type Node } from 'yaml'
import { causes } from './causes.ts'
import { endlessCircles } from './circles.ts'
import { brokenPatterns } from './patterns.ts'
import { inOrder, type Problem } from './problem.ts'
import { RedoclyError, type RedoclyProblem, runRedocly } from './redocly.ts'
import { deadReferences, type Files, referencesOf } from './references.ts'
import { placeOfNode, readSourceFiles } from './source-file.ts'
import { syntaxProblem } from './syntax.ts'
import { messageOf } from './wording.ts'

/**
 * The mistakes of a document, each told once, at its cause. What does not parse is told alone, then what leads nowhere, then what breaks a
 * rule: later ones may come of those before.
 */
export async function lint(folder: string): Promise<readonly Problem[]> {
  const stop = new AbortController()
  // It begins at once, so that a document without mistakes waits for nothing else.
  const byRules = runRedocly(folder, stop.signal)
  byRules.catch(() => {})
  const early = earlyProblems(folder)
  if ('problems' in early) {
    stop.abort()
    return inOrder(early.problems)
  }
  return inOrder(await byRules.then((found) => causes(found).map((each) => told(each, early.files)), crashed))
}

function earlyProblems(folder: string): { problems: readonly Problem[] } | { files: Files } {
  const byName = readSourceFiles(folder)
  const files: Files = { byName, has: (name) => existsSync(path.join(folder, name)) }
  const syntax = [...byName.values()].flatMap((file) => syntaxProblem(file) ?? [])
  if (syntax.length) return { problems: syntax }
  const references = [...byName.values()].flatMap((file) => referencesOf(file, files))
  const patterns = [...byName.values()].flatMap(brokenPatterns)
  const broken = [
    ...otherVersion(files),
    ...patterns,
    ...deadReferences(references),
    ...endlessCircles(references),
  ]
  return broken.length ? { problems: broken } : { files }
}

/** Rules are written for one version of OpenAPI: for another one they would be switched off without a word. */
function otherVersion({ byName }: Files): readonly Problem[] {
  const file = byName.get('openapi.yaml')
  const node: unknown = file?.document.get('openapi', true)
  const version = isScalar(node) ? String(node.value) : ''
  if (!file || /^3\.1\.\d+$/.test(version)) return []
  return [
    {
      file: file.name,
      ...placeOfNode(file, isScalar(node) ? (node as Node) : undefined),
      rule: 'openapi-version',
      severity: 'error',
      message: `The rules of this document are for OpenAPI 3.1. Expected: that. Right: \`openapi: 3.1.1\`. Found: ${version || 'nothing'}.`,
    },
  ]
}

function told(problem: RedoclyProblem, files: Files): Problem {
  const [location] = problem.location
  return {
    file: location?.source.ref.replaceAll('\\', '/') ?? 'openapi.yaml',
    line: location?.start?.line ?? 1,
    column: location?.start?.col ?? 1,
    severity: problem.severity === 'warn' ? 'warning' : 'error',
    rule: problem.ruleId.replace(/^(?:document|rule)\//, ''),
    message: messageOf(problem, files),
  }
}

function crashed(error: unknown): readonly Problem[] {
  if (!(error instanceof RedoclyError)) throw error
  return [
    { file: 'openapi.yaml', line: 1, column: 1, rule: 'redocly', severity: 'error', message: error.message },
  ]
}
