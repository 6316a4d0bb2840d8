import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createConfig, lint } from '@redocly/openapi-core'
import { loadedPlugin } from './loaded-plugin.ts'

/** A problem that a rule reported, with its place relative to the document's folder. */
export interface FoundProblem {
  message: string
  /** File and JSON pointer, such as `openapi.yaml#/paths`. */
  at: string
}

const writeDocument = async (folder: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

/** Lints the document with one rule of the plugin, as Redocly does it, beginning at its first file. */
export const lintWith = async (
  rule: string,
  files: Record<string, string>,
  options: Record<string, unknown> = {},
): Promise<FoundProblem[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lint-rules-'))
  try {
    await writeDocument(folder, files)
    const [root = ''] = Object.keys(files)
    const rules = { [`document/${rule}`]: { severity: 'error' as const, ...options } }
    const config = await createConfig({ plugins: [loadedPlugin], rules })
    const problems = await lint({ ref: path.join(folder, root), config })
    return problems.map(({ message, location: [place] }) => ({
      message,
      at: `${path.relative(folder, place?.source.absoluteRef ?? '')}${place && 'pointer' in place ? place.pointer : ''}`,
    }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A document with the one path `/users/email` and the operation that is given, as YAML indented by nothing. */
export const documentWith = (operation: string, url = '/users/email'): Record<string, string> => ({
  'openapi.yaml': [
    'openapi: 3.1.1',
    'info: { title: Small, version: 0.0.0 }',
    'paths:',
    `  ${url}:`,
    `    $ref: paths/operation.yaml`,
  ].join('\n'),
  'paths/operation.yaml': operation,
})

/** A document whose one operation answers JSON of the schema that is given, as YAML in `components/schemas/`. */
export const documentWithSchema = (schema: string): Record<string, string> => ({
  ...documentWith(
    [
      'get:',
      '  responses:',
      '    "200":',
      '      description: some',
      '      content: { application/json: { schema: { $ref: ../components/schemas/Some.yaml } } }',
    ].join('\n'),
  ),
  'components/schemas/Some.yaml': schema,
})
