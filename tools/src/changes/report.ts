import { markdownTable } from '../bench/markdown-table.ts'
import type { Judged, Verdict } from './policy.ts'
import { impacts } from './reason.ts'

/** What a comparison came to. */
export interface Outcome {
  /** The release or branch that was compared with. */
  readonly since: string
  readonly judged: readonly Judged[]
  readonly sizes: readonly { readonly name: string; readonly before: number; readonly after: number }[]
  readonly verdict: Verdict
}

/** So many reasons of a level are shown; the others are counted. */
const shownReasons = 20

/** The result first, then what to write, then every reason with its place. */
export function inMarkdown({ since, judged, sizes, verdict }: Outcome): string {
  const { required, claimed } = verdict
  const sections = [
    `## ${required === undefined ? 'No release is needed' : `This needs a ${required} release`}`,
    `Compared with ${since}. The changesets claim ${claimed ?? 'nothing'}${verdict.isEnough ? '.' : ', which is too little.'}`,
    ...(verdict.isEnough ? [] : [whatToWrite(judged, verdict)]),
    ...impacts.toReversed().flatMap((level) => reasonsFor(level, judged)),
    ...changedSizes(sizes),
  ]
  return `${sections.join('\n\n')}\n`
}

/** A changeset for the packages that need the level. */
function whatToWrite(judged: readonly Judged[], { required }: Verdict): string {
  const packages = [
    ...new Set(judged.filter(({ level }) => level === required).map((reason) => reason.package)),
  ]
  const lines = packages.map((name) => `'@windmill-user-api/${name}': ${required}`)
  return [
    'Run `pnpm changeset`, or write a file into `.changeset/`:',
    `\`\`\`md\n---\n${lines.join('\n')}\n---\n\nOne or two sentences to users: what they can do now, or have to change.\n\`\`\``,
  ].join('\n\n')
}

function reasonsFor(level: Judged['level'], judged: readonly Judged[]): readonly string[] {
  const found = judged.filter((reason) => reason.level === level)
  if (found.length === 0) return []
  const lines = found
    .slice(0, shownReasons)
    .map(({ package: name, what, place }) => `- ${name}: ${what} (${place})`)
  const rest = found.length > shownReasons ? [`- and ${found.length - shownReasons} more`] : []
  return [`### Why ${level}`, [...lines, ...rest].join('\n')]
}

function changedSizes(sizes: Outcome['sizes']): readonly string[] {
  const rows = sizes
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => [name, String(before), String(after), signed(after - before)])
  return rows.length === 0
    ? []
    : ['### Bytes, unpacked', markdownTable(['package', 'before', 'after', 'change'], rows).trim()]
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change)
}
