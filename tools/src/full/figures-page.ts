import { markdownTable } from '../bench/markdown-table.ts'
import type { FullRun } from './full-run.ts'

/** Of which tree a run was, and when. */
export interface Occasion {
  readonly commit: string
  /** Whether files differed from the commit. */
  readonly isChanged: boolean
  readonly date: Date
}

/** What `docs/figures.md` says of a run. */
export function figuresPage(run: FullRun, { commit, isChanged, date }: Occasion): string {
  const tree = isChanged ? `commit ${commit} with uncommitted changes` : `commit ${commit}`
  return `# Figures of the last full run

\`pnpm test:full\` writes this page. It ran on ${tree}, on ${date.toISOString().slice(0, 10)}, ${outcome(run)}.

## Projects

The seconds of a project are the sum over its files. Files run in parallel.

${projectTable(run)}
## Figures that tests handed in

${figureTable(run)}`
}

function outcome({ projects, result, seconds }: FullRun): string {
  const failed = projects.reduce((sum, project) => sum + project.failed, 0)
  const tests = projects.reduce((sum, project) => sum + project.tests, 0)
  return `and ${result} after ${minutes(seconds)}: ${tests} tests, ${failed} failed`
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

function projectTable({ projects }: FullRun): string {
  return markdownTable(
    ['project', 'files', 'tests', 'failed', 'seconds'],
    projects.map(({ name, files, tests, failed, seconds }) =>
      [name, files, tests, failed, Math.round(seconds)].map(String),
    ),
  )
}

function figureTable({ figures }: FullRun): string {
  if (figures.length === 0) return 'None.\n'
  const rows = figures.map(({ project, test, figure }) => [project, test, figure].map(cell))
  return markdownTable(['project', 'test', 'figure'], rows)
}

/** Text as a table cell: a line break or a bar would end it. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
}
