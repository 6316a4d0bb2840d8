import type { RedoclyProblem } from './redocly.ts'

/** Rules whose breach makes others see what is not there: a name that is given to two is missing elsewhere. */
const consequences: Readonly<Record<string, RegExp>> = {
  'operation-operationId-unique': /workflow-operation|link-target/,
}

/** The problems that are no consequence of another one. */
export function causes(problems: readonly RedoclyProblem[]): readonly RedoclyProblem[] {
  const structural = problems.filter(({ ruleId }) => ruleId === 'struct')
  const shadows = problems.flatMap(({ ruleId }) => consequences[ruleId] ?? [])
  const remaining = withoutCopies(problems).filter(
    (problem) =>
      problem.ruleId === 'struct' ||
      !(
        structural.some((cause) => follows(problem, cause)) ||
        shadows.some((shadow) => shadow.test(problem.ruleId))
      ),
  )
  const others = remaining.filter((problem) => !isOrphan(problem))
  // What broke may have been all that referred to it.
  return others.length ? others : remaining
}

/** A part that many others refer to is reported by each of them. */
function withoutCopies(problems: readonly RedoclyProblem[]): readonly RedoclyProblem[] {
  return [...new Map(problems.map((problem) => [identityOf(problem), problem])).values()]
}

function identityOf(problem: RedoclyProblem): string {
  const [{ source, pointer, start } = { source: { ref: '' } }] = problem.location
  return JSON.stringify([problem.ruleId, problem.message, source.ref, pointer, start])
}

/** Whether a problem comes of a part that OpenAPI does not have there. */
function follows(problem: RedoclyProblem, cause: RedoclyProblem): boolean {
  // The validator of examples cannot read a schema that is none.
  if (/^Example validation errored/.test(problem.message ?? '')) return true
  const [place] = problem.location
  const [at] = cause.location
  if (!place?.pointer || !at?.pointer || place.source.ref !== at.source.ref) return false
  const meant = (cause.suggest ?? []).map((name) => at.pointer?.replace(/[^/]*$/, name))
  return [at.pointer, ...meant].some(
    (pointer) => place.pointer === pointer || place.pointer?.startsWith(`${pointer}/`),
  )
}

function isOrphan({ ruleId }: RedoclyProblem): boolean {
  return /orphan/.test(ruleId)
}
