import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isScalar, isSeq, type Node } from 'yaml'
import { causes } from './causes.ts'
import { findCircles } from './circles.ts'
import { brokenPatterns } from './patterns.ts'
import { inOrder, type Problem } from './problem.ts'
import { RedoclyError, type RedoclyProblem, runRedocly } from './redocly.ts'
import { deadReferences, type Files, referencesOf } from './references.ts'
import { placeOfNode, readSourceFile, readSourceFiles } from './source-file.ts'
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
  const files: Files = { byName: readSourceFiles(folder), has: (name) => existsSync(path.join(folder, name)) }
  const early = earlyProblems(files, isStrict(folder))
  if (early.some(({ severity }) => severity === 'error')) {
    stop.abort()
    return inOrder(early)
  }
  const late = await byRules.then((found) => causes(found).map((each) => told(each, files)), crashed)
  return inOrder([...early, ...late])
}

/** What can be told without the rules. */
function earlyProblems(files: Files, strict: boolean): readonly Problem[] {
  const all = [...files.byName.values()]
  const syntax = all.flatMap((file) => syntaxProblem(file) ?? [])
  if (syntax.length) return syntax
  const references = all.flatMap((file) => referencesOf(file, files))
  const circles = findCircles(references)
  const broken = [...deadReferences(references), ...circles.ofReferences]
  // A document that others write may have them for years.
  const doubtful = [...otherVersion(files), ...all.flatMap(brokenPatterns), ...circles.ofSchemas]
  return [
    ...broken,
    ...(strict ? ignoredMistakes(files) : []),
    ...doubtful.map((problem) => (strict ? problem : { ...problem, severity: 'warning' as const })),
  ]
}

/** Whether the document holds itself to Redocly's strict rules, of which none is a mere warning. */
function isStrict(folder: string): boolean {
  const { document } = readSourceFile('redocly.yaml', readFileSync(path.join(folder, 'redocly.yaml'), 'utf8'))
  const extended: unknown = document.get('extends', true)
  return (
    isSeq(extended) && extended.items.some((item) => isScalar(item) && item.value === 'recommended-strict')
  )
}

const ignoreFile = '.redocly.lint-ignore.yaml'

/** Redocly keeps quiet about what this file lists, so a mistake would be in the contract and nobody would read of it. */
function ignoredMistakes(files: Files): readonly Problem[] {
  if (!files.has(ignoreFile)) return []
  const message =
    'This file hides mistakes of the document. Expected: no such file. Remove it, then mend what the lint tells, or change the rule in `redocly.yaml`.'
  return [{ file: ignoreFile, line: 1, column: 1, rule: 'ignore-file', severity: 'error', message }]
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
