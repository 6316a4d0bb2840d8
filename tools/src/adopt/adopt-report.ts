import path from 'node:path'
import type { DocumentModel } from '@windmill-user-api/codegen'

interface Report {
  /** The document, as it was given. */
  readonly file: string
  readonly model: DocumentModel
  readonly refusals: DocumentModel['refusals']
}

/** What the workspace has and what it lacks, for the person who adopts. */
export function adoptReport({ file, model, refusals }: Report): string {
  const counts = `${counted(model.operations.length, 'operation')} right, ${refusedOperations(refusals)} refused`
  return [
    '# Adopted',
    '',
    `${model.title} ${model.version}, from ${path.basename(file)}: ${counts}.`,
    '',
    '## Refused',
    '',
    ...listed(
      refusals.map(({ pointer, message }) => `\`${pointer}\`${message.slice(pointer.length)}`),
      'Nothing.',
    ),
    '',
    'What is refused is absent from `spec/` and from every package. To have it, change the document as described and adopt again.',
    '',
    '## Renamed',
    '',
    ...listed(model.notes, 'Nothing: every name is that of the document.'),
    '',
    'On the wire every name is that of the document.',
    '',
  ].join('\n')
}

/** How many operations are refused, some for several reasons. A component or a webhook is listed as well, and is no operation. */
export function refusedOperations(refusals: DocumentModel['refusals']): number {
  const operations = refusals
    .filter(({ pointer }) => pointer.startsWith('#/paths/'))
    .map(({ pointer }) => pointer.split('/').slice(0, 4).join('/'))
  return new Set(operations).size
}

function listed(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [none] : lines.map((line) => `- ${line.replaceAll(/\s+/g, ' ')}`)
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
