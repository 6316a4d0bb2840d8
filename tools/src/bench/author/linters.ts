import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { lint } from '../../lint/lint.ts'
import { asText } from '../../lint/report.ts'

/** A linter as its user meets it: what it prints of a document, workflows included. */
export interface Linter {
  readonly name: string
  print(folder: string): Promise<readonly string[]>
}

/** Ours, and the two that are made for OpenAPI, each with the rules that it brings along. */
export function linters(installed: string, versions: Readonly<Record<string, string>>): readonly Linter[] {
  const rules = path.join(installed, 'spectral.yaml')
  return [
    { name: '**ours**', print: async (folder) => linesOf(asText(await lint(folder), 'spec')) },
    {
      name: `Redocly ${versions['@redocly/cli']}, \`recommended-strict\``,
      print: (folder) =>
        run(installed, 'redocly', folder, [
          'lint',
          ...filesIn(folder),
          '--config',
          path.join(installed, 'redocly.yaml'),
        ]),
    },
    {
      name: `Spectral ${versions['@stoplight/spectral-cli']}, \`spectral:oas\` and \`spectral:arazzo\``,
      print: (folder) =>
        run(installed, 'spectral', folder, [
          'lint',
          ...filesIn(folder),
          '--ruleset',
          rules,
          '--format',
          'text',
          '--quiet',
        ]),
    },
  ]
}

function filesIn(folder: string): string[] {
  return ['openapi.yaml', ...globSync('workflows/*.arazzo.yaml', { cwd: folder }).sort()]
}

async function run(
  installed: string,
  command: string,
  cwd: string,
  parameters: readonly string[],
): Promise<readonly string[]> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const program = path.join(installed, 'node_modules/.bin', command)
  const { stdout, stderr } = await promisify(execFile)(program, parameters, {
    cwd,
    env,
    maxBuffer: 2 ** 26,
  }).catch(
    // That it found something is its exit status.
    (error: { stdout: string; stderr: string }) => error,
  )
  return linesOf(`${stdout}\n${stderr}`)
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim())
}
