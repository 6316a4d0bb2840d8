import {
  createNaming,
  type DocumentModel,
  isSuccess,
  needsCredentials,
  type Operation,
  referenceName,
  type Schema,
} from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'
import { exampleInput } from '../client/comment.ts'
import { callText } from './call-text.ts'
import { clientPackage } from './client-package.ts'
import { baseUrl } from './sample-request.ts'
import { caller } from './set-up.ts'

const { factory, name: packageName, tokenVariable } = clientPackage

/** A program that makes the sample's call with the client and prints what comes back. */
export function typescriptSample(model: DocumentModel, operation: Operation): string {
  return [
    `import { ${factory} } from '${packageName}'`,
    '',
    ...construction(model, operation),
    '',
    ...callAndPrint(model, operation),
    '',
  ].join('\n')
}

function callAndPrint(model: DocumentModel, operation: Operation): string[] {
  const result = resultName(operation)
  const declared = result === undefined ? '' : `const ${result} = `
  const made = callText(`${declared}await api.${operation.id}`, exampleInput(model, operation))
  if (result === undefined) return [made]
  const isStream = operation.responses
    .filter(isSuccess)
    .every(({ content }) => content.length > 0 && content.every(({ kind }) => kind === 'stream'))
  return [made, isStream ? `for await (const item of ${result}) console.log(item)` : `console.log(${result})`]
}

function construction(model: DocumentModel, operation: Operation): string[] {
  const url = baseUrl(model)
  if (!needsCredentials(operation))
    return [`const api = ${callText(factory, { baseUrl: url, auth: { kind: 'none' } })}`]
  return [
    `// The token of ${caller(operation.role)}.`,
    `const { ${tokenVariable}: token = '' } = process.env`,
    `const api = ${factory}({`,
    `  baseUrl: ${quoted(url)},`,
    "  auth: { kind: 'bearer', token },",
    '})',
  ]
}

/** What to call the answer: after its schema, else `answer`. Nothing where there is no body. */
function resultName(operation: Operation): string | undefined {
  const media = operation.responses.find(isSuccess)?.content[0]
  if (!media) return undefined
  return media.kind === 'json' ? variableName(media.schema) : 'answer'
}

function variableName({ $ref, items }: Schema): string {
  if (items?.$ref !== undefined) return `${variableName(items)}s`
  if ($ref === undefined) return 'answer'
  const name = referenceName($ref).replaceAll(/\W|^\d+/g, '')
  // No word of the language, and none of the other names of a sample.
  const naming = createNaming({ reserved: ['', 'api', 'token', factory] })
  return naming.claim(name.charAt(0).toLowerCase() + name.slice(1))
}
