import { writeFileSync } from 'node:fs'
import { readText } from '@windmill-user-api/command-line'
import type { Reporter, TestModule } from 'vitest/node'
import type { FullRun, HandedInFigure, ProjectFigures } from './full-run.ts'

/** Tells what a run of vitest came to, as JSON in the file that `TEST_FIGURES` names. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class FiguresReporter implements Reporter {
  readonly #startedAt = performance.now()

  onTestRunEnd(...[modules, , result]: Parameters<NonNullable<Reporter['onTestRunEnd']>>): void {
    const seconds = (performance.now() - this.#startedAt) / 1000
    const run: FullRun = {
      result,
      seconds,
      projects: projectsOf(modules),
      figures: modules.flatMap(figuresOf),
    }
    writeFileSync(readText(process.env, 'TEST_FIGURES') ?? 'figures.json', JSON.stringify(run))
  }
}

function projectsOf(modules: readonly TestModule[]): ProjectFigures[] {
  const byProject = Map.groupBy(modules, ({ project }) => project.name)
  const projects = [...byProject].map(([name, files]) => ({
    name,
    files: files.length,
    tests: files.reduce((sum, file) => sum + [...file.children.allTests()].length, 0),
    failed: files.reduce((sum, file) => sum + failuresOf(file), 0),
    seconds: files.reduce((sum, file) => sum + secondsOf(file), 0),
  }))
  return projects.sort((one, other) => one.name.localeCompare(other.name))
}

/** A file that could not be loaded has no tests, and has failed. */
function failuresOf(file: TestModule): number {
  const failed = [...file.children.allTests('failed')].length
  return failed === 0 && !file.ok() ? 1 : failed
}

function secondsOf(file: TestModule): number {
  const { duration, collectDuration, setupDuration } = file.diagnostic()
  return (duration + collectDuration + setupDuration) / 1000
}

function figuresOf(file: TestModule): HandedInFigure[] {
  return [...file.children.allTests()].flatMap((test) =>
    test
      .annotations()
      .filter(({ type }) => type === 'figure')
      .map(({ message }) => ({ project: file.project.name, test: test.fullName, figure: message })),
  )
}
