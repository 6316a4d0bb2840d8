import { type Impact, type Reason, worst } from '../reason.ts'
import type { Difference } from './difference.ts'
import { rules } from './rules.ts'

/** The place in the sources of a part of the document, as `places.json` of a build has them. */
export type Places = Readonly<Record<string, { readonly source: string }>>

/** What each difference of two documents is to callers. */
export function judgeWire(
  differences: readonly Difference[],
  places: { readonly before: Places; readonly after: Places },
): readonly Reason[] {
  return differences.map((difference) => {
    const { path, kind } = difference
    const place = sourceOf(path, kind === 'removed' ? places.before : places.after)
    const reason = { impact: impactOf(difference), package: 'openapi', what: describe(difference), place }
    // Hooks and mocks of the same release call it through the client.
    const isNeededByNeighbours = kind === 'added' && ['Operation', 'PathItem'].includes(difference.typeName)
    return isNeededByNeighbours ? { ...reason, isNeededByNeighbours } : reason
  })
}

function impactOf(difference: Difference): Impact {
  const { typeName, property, base, revision, impact } = difference
  const of = property === undefined ? typeName : `${typeName}.${property}`
  const found = rules.filter((rule) => rule.of === of && (rule.isAbout?.(difference) ?? true))
  const ours = found.map((rule) => rule.impact(stated(base), stated(revision)))
  return worst([...ours, impact]) ?? impact
}

/** A place without a value is of a part that holds the keyword; the keyword itself is not there. */
function stated(side: Difference['base']): unknown {
  return side?.value
}

function describe({ path, typeName, property, kind, base, revision }: Difference): string {
  const part = path
    .replace(/^#\/paths\//, '')
    .split('/')
    .map(readStep)
    .join(' › ')
  if (property === undefined) return `${part}: ${typeName} ${kind}`
  return `${part}: \`${property}\` ${shown(base?.value)} → ${shown(revision?.value)}`
}

function readStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

const longestShown = 60

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none'
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

/** The nearest part above whose source is known. */
function sourceOf(path: string, places: Places): string {
  const steps = path.slice(1).split('/')
  const known = steps
    .map((_, index) => steps.slice(0, steps.length - index).join('/'))
    .find((part) => part in places)
  return `spec/${places[known ?? '']?.source ?? 'openapi.yaml'}`
}
