import type { Operation } from '../../model/index.ts'
import { requestBodySection } from './bodies.ts'
import type { Context } from './context.ts'
import { credentialNames } from './credentials.ts'
import { draftNote } from './draft.ts'
import { blocks, codeBlockOfFile, frontMatter, section } from './markdown.ts'
import { parametersSection } from './parameters.ts'
import { prose } from './prose.ts'
import { nextSection, responsesSection } from './responses.ts'
import { setUpLine } from './set-up.ts'

/** Everything the document says of one operation, with its samples. */
export function operationPage(context: Context, operation: Operation): string {
  return `${blocks(
    operationFrontMatter(operation),
    draftNote(operation.draft),
    prose(context, operation.description),
    samplesSection(operation),
    parametersSection(context, operation),
    requestBodySection(context, operation.requestBody),
    responsesSection(context, operation),
    nextSection(context, operation),
  )}\n`
}

/** The facts stand in the page's head, so that the site can show them at its top and in its navigation. */
function operationFrontMatter(operation: Operation): string {
  return frontMatter({
    title: operation.id,
    description: operation.summary,
    operation: operationFacts(operation),
  })
}

/** What one line says of an operation. */
export function operationFacts(operation: Operation) {
  return {
    id: operation.id,
    summary: operation.summary,
    method: operation.method.toUpperCase(),
    path: operation.path,
    tags: operation.tags,
    role: operation.role,
    credentials: credentialNames(operation),
    idempotent: operation.idempotent,
    deprecation: operation.deprecation,
  }
}

function samplesSection(operation: Operation): string {
  const { id } = operation
  return section(
    '## Samples',
    blocks(
      setUpLine(operation),
      codeBlockOfFile('ts', `samples/${id}.ts`, 'TypeScript'),
      codeBlockOfFile('ts', `samples/${id}.fetch.ts`, 'fetch'),
      codeBlockOfFile('tsx', `samples/${id}.tsx`, 'React'),
      codeBlockOfFile('sh', `samples/${id}.sh`, 'curl'),
    ),
  )
}
