import type { RedoclyProblem } from './redocly.ts'

/**
 * What is told of the problems: those that are no consequence of another one. What OpenAPI does not have is told first and alone, because
 * rules read it as if it were not there. An example is told when its schema is right, and an orphan last: what broke may have been all that
 * referred to it.
 */
export function causes(problems: readonly RedoclyProblem[]): readonly RedoclyProblem[] {
  const all = withoutCopies(problems)
  const structural = all.filter(({ ruleId }) => ruleId === 'struct')
  if (structural.length) return structural
  const shadows = all.flatMap(({ ruleId }) =>
    consequences.flatMap(([rule, of]) => (rule.test(ruleId) ? [of] : [])),
  )
  const remaining = all.filter(({ ruleId }) => !shadows.some((shadow) => shadow.test(ruleId)))
  const others = remaining.filter(({ ruleId }) => !/orphan/.test(ruleId))
  return others.length ? others : remaining
}

/** Rules whose breach breaks others: no example fits a schema that is wrong, and a name that is missing or given twice leads nowhere. */
const consequences: readonly (readonly [rule: RegExp, of: RegExp])[] = [
  [/^no-(?:required-schema|schema-type|enum-type|mixed-number)/, /^no-invalid-\w+(?:-\w+)*-examples$/],
  [/^(?:document\/)?(?:unique-operation-id|operation-keys)$/, /workflow-operation|link-target/],
]

/** A part that many others refer to is reported by each of them. */
function withoutCopies(problems: readonly RedoclyProblem[]): readonly RedoclyProblem[] {
  return [...new Map(problems.map((problem) => [identityOf(problem), problem])).values()]
}

function identityOf({ ruleId, message, location: [place] }: RedoclyProblem): string {
  return JSON.stringify([ruleId, message, place?.source.ref, place?.pointer, place?.start])
}
