import { type Impact, impacts, type Reason, worst } from './reason.ts'

/** A reason with the level that it asks for from this version. */
export interface Judged extends Reason {
  readonly level: Impact
}

/**
 * Before 1.0, a minor release is what breaks; all else is a patch, for `^0.3.0` takes patches alone. From 1.0 on it is as semver says. See
 * docs/decisions/0044-the-level-is-proved.md.
 */
export function judge(reasons: readonly Reason[], version: string): readonly Judged[] {
  const isEarly = version.startsWith('0.')
  return reasons.map((reason) => ({ ...reason, level: isEarly ? earlyLevel(reason) : reason.impact }))
}

function earlyLevel({ impact, isNeededByNeighbours = false }: Reason): Impact {
  return impact === 'major' || isNeededByNeighbours ? 'minor' : 'patch'
}

/** The one level that all packages need together; none where nothing changed that is published. */
export function requiredLevel(judged: readonly Judged[]): Impact | undefined {
  return worst(judged.map(({ level }) => level))
}

/** What the notes of a change claim, held to what is proved. */
export interface Verdict {
  readonly required: Impact | undefined
  readonly claimed: Impact | undefined
  readonly isEnough: boolean
}

export function holdTo(required: Impact | undefined, claimed: Impact | undefined): Verdict {
  const rank = (level: Impact | undefined) => (level === undefined ? -1 : impacts.indexOf(level))
  return { required, claimed, isEnough: rank(claimed) >= rank(required) }
}
