import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A problem as Redocly reports it. */
export interface RedoclyProblem {
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly message?: string
  /** Listed in the ignore file. */
  readonly ignored?: boolean
  /** Names that a misspelt one was probably meant to be. */
  readonly suggest?: readonly string[]
  readonly location: readonly RedoclyLocation[]
}

interface RedoclyLocation {
  readonly source: { readonly ref: string }
  /** JSON pointer inside the file. */
  readonly pointer?: string
  readonly start?: { readonly line: number; readonly col: number }
}

/** Redocly did not get as far as a report. */
export class RedoclyError extends Error {
  override readonly name = 'RedoclyError'
}

/**
 * Lints the document and the workflows of a folder with Redocly, which is started without a shell, on this Node.
 *
 * @throws RedoclyError with what Redocly printed where it gives no report.
 */
export async function runRedocly(folder: string, signal?: AbortSignal): Promise<readonly RedoclyProblem[]> {
  const require = createRequire(path.join(folder, 'package.json'))
  const command = path.join(path.dirname(require.resolve('@redocly/cli/package.json')), 'bin/cli.js')
  const workflows = globSync('workflows/*.arazzo.yaml', { cwd: folder }).sort()
  const { stdout, stderr } = await run(
    [command, 'lint', 'internal', ...workflows, '--format', 'json'],
    folder,
    signal,
  )
  try {
    return reportsIn(stdout)
      .flatMap(({ problems }) => problems)
      .filter(({ ignored }) => !ignored)
  } catch {
    throw new RedoclyError(withoutProgress(stderr))
  }
}

interface Report {
  readonly problems: readonly RedoclyProblem[]
}

/** One report for each file that was linted, one after the other. */
function reportsIn(output: string): Report[] {
  if (!output.trim()) throw new SyntaxError('no report')
  return output.split(/(?<=^\})\s*(?=\{)/m).map((report): Report => JSON.parse(report))
}

function withoutProgress(output: string): string {
  return output
    .split('\n')
    .filter((line) => line.trim() && !/^validating |^No configurations|generate-ignore-file/.test(line))
    .map((line) => line.trim())
    .join(' ')
}

interface Output {
  readonly stdout: string
  readonly stderr: string
}

function run(programAndArguments: readonly string[], cwd: string, signal?: AbortSignal): Promise<Output> {
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  const options = { cwd, env, maxBuffer: 2 ** 28, ...(signal && { signal }) }
  return new Promise((resolve, reject) =>
    execFile(process.execPath, programAndArguments, options, (error, stdout, stderr) =>
      // Its exit status says that there are problems, and they say which.
      error?.name === 'AbortError' ? reject(error) : resolve({ stdout, stderr }),
    ),
  )
}
