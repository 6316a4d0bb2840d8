import { type DocumentModel, isSuccess, type Operation, type Response } from '../../model/index.ts'
import { generatedMarkdownBy } from '../../text/header.ts'
import { clientPackage } from './client-package.ts'
import type { Context } from './context.ts'
import { describeScheme } from './credentials.ts'
import { deprecatedMark, deprecationNote } from './deprecated.ts'
import { draftMark, draftNote } from './draft.ts'
import { cureNote, failureExamples } from './failures.ts'
import { blocks, code, codeBlockOfFile, link, sentence, table } from './markdown.ts'
import { explain } from './members.ts'
import { explainParameter } from './parameters.ts'
import { prose } from './prose.ts'
import { statusTitle } from './responses.ts'
import { baseUrl } from './sample-request.ts'
import { typeOf } from './schema-type.ts'
import { schemaPart, schemasByName } from './schemas-page.ts'
import { setUpLine } from './set-up.ts'
import { returnTypeLinks, signature } from './signature.ts'
import { anchor, schemaHeading, sectionLinks } from './site.ts'

const title = clientPackage.wholeReference.replace(/\.md$/, '')

/**
 * All operations and schemas in one file, laid out like the API page of OpenAPI Generator's `typescript` target, so that who
 * knows that page finds everything in its place.
 */
export function wholeReference(model: DocumentModel): string {
  const context: Context = { model, links: sectionLinks }
  const operations = model.operations.toSorted((first, second) => (first.id < second.id ? -1 : 1))
  return `${blocks(
    generatedMarkdownBy('docs'),
    `# ${title}`,
    `${model.title}, version ${model.version}. All URIs are relative to ${code(baseUrl(model))}.`,
    operationsTable(operations),
    ...operations.map((operation) => operationPart(context, operation)),
    '# Models',
    ...schemasByName(model).map((named) => schemaPart(context, named, `## ${schemaHeading(named.name)}`)),
  )}\n`
}

function operationsTable(operations: readonly Operation[]): string {
  const rows = operations.map(({ id, method, path, summary, deprecation, draft }) => [
    link(id, sectionLinks.operation(id)),
    code(`${method.toUpperCase()} ${path}`),
    `${summary}${draftMark(draft)}${deprecatedMark(deprecation)}`,
  ])
  return table(['Method', 'HTTP request', 'Description'], rows)
}

function operationPart(context: Context, operation: Operation): string {
  return blocks(
    `## ${operation.id}`,
    code(signature(context.model, operation)),
    sentence(operation.summary),
    draftNote(operation.draft),
    deprecationNote(context, operation.deprecation),
    prose(context, operation.description),
    '### Example',
    setUpLine(operation),
    codeBlockOfFile('ts', `samples/${operation.id}.ts`, 'TypeScript'),
    codeBlockOfFile('sh', `samples/${operation.id}.sh`, 'curl'),
    '### Parameters',
    parametersTable(context, operation),
    '### Return type',
    returnTypeLinks(context, operation),
    '### Authorization',
    authorization(context.model, operation),
    operation.role ? `Role: ${code(operation.role)}` : '',
    '### HTTP request headers',
    requestHeaders(operation),
    '### HTTP response details',
    responsesTable(context, operation),
    `[Back to top](#${anchor(title)}) · [Back to Model list](#models)`,
  )
}

function parametersTable(context: Context, { parameters, requestBody }: Operation): string {
  const rows = parameters.map((parameter) => [
    `**${parameter.name}**`,
    typeOf(context, parameter.schema),
    explainParameter(context, parameter),
    `${parameter.in}${parameter.required ? '' : ', optional'}`,
  ])
  if (requestBody) {
    const types = requestBody.content.map(({ schema }) => typeOf(context, schema)).join(' or ')
    rows.push(['**body**', types, requestBody.description, `body${requestBody.required ? '' : ', optional'}`])
  }
  return table(['Name', 'Type', 'Description', 'Notes'], rows) || 'This operation takes no parameters.'
}

function authorization(model: DocumentModel, { security }: Operation): string {
  const alternatives = security.map((requirement) => {
    const schemes = model.securitySchemes.filter(({ name }) => requirement.includes(name))
    return schemes.map((scheme) => `${code(scheme.name)} (${describeScheme(scheme)})`).join(' and ') || 'none'
  })
  return alternatives.length === 0 ? 'No authorization required' : alternatives.join(', or ')
}

function requestHeaders({ requestBody, responses }: Operation): string {
  const sent = requestBody?.content.map(({ name }) => name) ?? []
  const accepted = responses.filter(isSuccess).flatMap(({ content }) => content.map(({ name }) => name))
  return `- **Content-Type**: ${mediaNames(sent)}\n- **Accept**: ${mediaNames(accepted)}`
}

function mediaNames(names: readonly string[]): string {
  return names.length === 0 ? 'none, there is no body' : [...new Set(names)].map(code).join(', ')
}

function responsesTable(context: Context, operation: Operation): string {
  const rows = operation.responses.map((response) => [
    response.status,
    prose(context, response.description),
    headersOf(context, response),
  ])
  return blocks(
    table(['Status code', 'Description', 'Response headers'], rows),
    ...operation.responses.map((response) => curesOf(context, operation, response)),
  )
}

/** What to do about a failure, by its texts where these differ in that. */
function curesOf(context: Context, operation: Operation, response: Response): string {
  const note = cureNote(context, operation, response)
  const texts = response.content
    .filter((media) => media.examples.some(({ cure }) => cure !== undefined))
    .map((media) => failureExamples(context, response, media))
  const told = blocks(note, ...texts)
  return told === '' ? '' : blocks(`**${statusTitle(response.status)}**`, told)
}

function headersOf(context: Context, { headers }: Response): string {
  const described = headers.map(
    ({ name, description, schema }) => `${code(name)}: ${explain(context, { ...schema, description })}`,
  )
  return described.join(' ') || '-'
}
