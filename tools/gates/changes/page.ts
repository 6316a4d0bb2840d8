import { markdownTable } from '../../src/bench/markdown-table.ts'
import type { Judged } from './judged.ts'

/** An edit, with the level that each judge gives it. */
export interface Outcome extends Judged {
  readonly of: string
  readonly ours: string
  readonly redocly: string
  readonly types: string
}

/** How many edits a judge is right on. */
export function rightOf(judge: 'ours' | 'redocly' | 'types', outcomes: readonly Outcome[]): number {
  return outcomes.filter((outcome) => outcome[judge] === outcome.level).length
}

/** The README of this folder. */
export function pageOf(outcomes: readonly Outcome[]): string {
  const marked = (level: string, said: string) => (said === level ? said : `**${said}**`)
  const rows = outcomes.map(({ of, name, level, why, redocly, types }) => [
    of,
    name,
    level,
    why,
    marked(level, redocly),
    marked(level, types),
  ])
  return `# Edits, and the level of the release that each needs

\`pnpm changes\` proves the level of a release ([why](../../../docs/decisions/0044-the-level-is-proved.md)). A gate holds it to the level that a
careful person gives each edit below. Levels are those from 1.0 on. A level in bold is wrong.

| judge | right, of ${outcomes.length} edits |
| --- | --- |
| \`pnpm changes\` | ${rightOf('ours', outcomes)} |
| \`redocly diff\`, which sees only the document | ${rightOf('redocly', outcomes)} |
| the types of \`types\`, \`client\` and \`react-query\` alone | ${rightOf('types', outcomes)} |
| oasdiff | not measured |

To add an edit, write it into \`wire-edits.ts\`, \`code-edits.ts\` or \`content-edits.ts\`, then run this, which also writes the page:

\`\`\`
pnpm test:full --project tools changes -u
\`\`\`

${markdownTable(['edit of', 'edit', 'level', 'because', 'redocly diff', 'types alone'], rows)}`
}
