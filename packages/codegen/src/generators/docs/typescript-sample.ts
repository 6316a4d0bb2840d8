import {
  type DocumentModel,
  isSuccess,
  needsCredentials,
  type Operation,
  referenceName,
  type Schema,
} from '../../model/index.ts'
import { literal } from '../../text/literal.ts'
import { exampleInput } from '../client/comment.ts'
import { clientPackage } from './client-package.ts'
import { baseUrl } from './sample-request.ts'

const { factory, name: packageName, tokenVariable } = clientPackage

/** A program that makes the sample's call with the client and prints what comes back. */
export function typescriptSample(model: DocumentModel, operation: Operation): string {
  const result = resultName(operation)
  const call = `await api.${operation.id}(${argument(model, operation)})`
  return [
    `import { ${factory} } from '${packageName}'`,
    '',
    ...construction(model, operation),
    '',
    ...(result === undefined ? [call] : [`const ${result} = ${call}`, `console.log(${result})`]),
    '',
  ].join('\n')
}

function construction(model: DocumentModel, operation: Operation): string[] {
  const url = `baseUrl: '${baseUrl(model)}'`
  if (!needsCredentials(operation)) return [`const api = ${factory}({ ${url}, auth: { kind: 'none' } })`]
  return [
    `// The token of ${caller(operation)}: the answer of a login, or one that was made to stay.`,
    `const { ${tokenVariable}: token = '' } = process.env`,
    `const api = ${factory}({ ${url}, auth: { kind: 'bearer', token } })`,
  ]
}

function caller({ role }: Operation): string {
  if (role === undefined) return 'the caller'
  return `${/^[aeio]/.test(role) ? 'an' : 'a'} ${role.replaceAll('-', ' ')}`
}

function argument(model: DocumentModel, operation: Operation): string {
  const input = exampleInput(model, operation)
  return Object.keys(input).length === 0 ? '' : literal(input)
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
  return name.charAt(0).toLowerCase() + name.slice(1)
}
