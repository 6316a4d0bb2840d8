import { createConfig, lintFromString } from '@redocly/openapi-core'
import { isTooDeep } from './document-text.ts'
import { DocumentError } from './model/index.ts'

/** How many of the problems are told: one of a wrong shape causes many. */
const mostProblems = 10

/**
 * What people are told when a document cannot be read, or written for: the error as it is where it names a place of the document, else
 * what is not formed as OpenAPI says.
 */
export async function explainFailure(document: unknown, error: unknown): Promise<unknown> {
  if (error instanceof DocumentError || !(error instanceof Error)) return error
  if (isTooDeep(error))
    return new DocumentError(
      '#/components/schemas',
      'its schemas refer to each other in a chain that is too long to follow. Expected fewer levels of schemas.',
    )
  if (!(error instanceof TypeError)) return error
  const problems = await problemsOfForm(document)
  return problems.length === 0
    ? error
    : new Error(['the document is not formed as OpenAPI says:', ...problems].join('\n  '))
}

async function problemsOfForm(document: unknown): Promise<readonly string[]> {
  const config = await createConfig({ rules: { struct: 'error' } })
  const problems = await lintFromString({ source: JSON.stringify(document), config })
  return problems
    .slice(0, mostProblems)
    .map(({ message, location }) => `${location[0]?.pointer ?? '#/'}: ${message}`)
}
