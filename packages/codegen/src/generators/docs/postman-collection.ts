import {
  type DocumentModel,
  isMembers,
  type Operation,
  type Workflow,
  type WorkflowStep,
} from '../../model/index.ts'
import { pageRequest } from './page-request.ts'
import { partsOf } from './runtime-expression.ts'
import { baseUrl } from './sample-request.ts'
import { type StepRequest, stepRequest } from './step-request.ts'
import { operationOf } from './workflow-code.ts'

/**
 * The samples of all operations and the workflows, as applications import them that send requests. A step of a workflow has a script that holds
 * its response to what the workflow expects, and keeps what later steps use.
 *
 * @see https://schema.postman.com/collection/json/v2.1.0/docs/index.html
 */
export function postmanCollection(model: DocumentModel): object {
  const workflows = model.workflows.flatMap((workflow) => workflowFolder(model, workflow) ?? [])
  return {
    info: {
      name: model.title,
      version: model.version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'baseUrl', value: baseUrl(model) },
      { key: 'token', value: '' },
      ...model.workflows.flatMap(({ id, inputs }) =>
        inputs.map(({ name, example }) => ({ key: `${id}.${name}`, value: String(example ?? '') })),
      ),
    ],
    item: [
      {
        name: 'Operations',
        item: model.operations.flatMap((operation) => sampleItem(model, operation) ?? []),
      },
      ...(workflows.length === 0 ? [] : [{ name: 'Workflows', item: workflows }]),
    ],
  }
}

const noAuth = { type: 'noauth' }

/** The call of an operation's sample, with the token of the collection. */
function sampleItem(model: DocumentModel, operation: Operation): object | undefined {
  const request = pageRequest(model, operation)
  if (!request) return undefined
  const { parameters, body, path, method, token } = request
  const address = parameters
    .filter(({ in: place }) => place === 'path')
    .reduce((text, { name, value }) => text.replace(`{${name}}`, () => encodeURIComponent(value)), path)
  return {
    name: operation.id,
    request: {
      method,
      description: operation.summary,
      url: withQuery(
        address,
        parameters.filter(({ in: place }) => place === 'query').map(({ name, value }) => [name, value]),
      ),
      header: [
        ...parameters
          .filter(({ in: place }) => place === 'header')
          .map(({ name, value }) => ({ key: name, value })),
        ...contentType(body?.mediaType),
      ],
      ...(!token && { auth: noAuth }),
      ...(body && { body: { mode: 'raw', raw: body.text } }),
    },
  }
}

/** Undefined where a step could be sent only wrong. */
function workflowFolder(model: DocumentModel, workflow: Workflow): object | undefined {
  const items = workflow.steps.flatMap((step) => {
    const operation = operationOf(model, step)
    const request = operation && stepRequest(step, operation)
    return request ? [stepItem(workflow, step, request)] : []
  })
  if (items.length < workflow.steps.length) return undefined
  return { name: workflow.id, description: workflow.summary, item: items }
}

function stepItem(workflow: Workflow, step: WorkflowStep, { method, path, mediaType }: StepRequest): object {
  const at = (place: string) =>
    step.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, value }) => [name, withVariables(workflow, value)] as const)
  const address = at('path').reduce(
    (text, [name, value]) => text.replace(`{${name}}`, () => inPath(value)),
    path,
  )
  return {
    name: step.id,
    request: {
      method,
      description: step.description,
      url: withQuery(address, at('query')),
      header: [...at('header').map(([key, value]) => ({ key, value })), ...contentType(mediaType)],
      auth: noAuth,
      ...(step.body !== undefined && {
        body: { mode: 'raw', raw: JSON.stringify(withVariables(workflow, step.body), null, 2) },
      }),
    },
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: script(workflow, step) } }],
  }
}

function withQuery(path: string, query: readonly (readonly [name: string, value: unknown])[]): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${inPath(value)}`)
  return `{{baseUrl}}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
}

function contentType(mediaType: string | undefined): object[] {
  return mediaType === undefined ? [] : [{ key: 'Content-Type', value: mediaType }]
}

/** A variable is put in when the request is sent. */
function inPath(value: unknown): string {
  return /^\{\{.*\}\}$/.test(String(value)) ? String(value) : encodeURIComponent(String(value))
}

/** A value with a variable for each runtime expression. */
function withVariables(workflow: Workflow, value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(/^\$.*$/, (expression) => `{{${variableOf(workflow, expression)}}}`)
      .replaceAll(
        /(?<!\{)\{(\$[^}]+)\}/g,
        (_, expression: string) => `{{${variableOf(workflow, expression)}}}`,
      )
  if (Array.isArray(value)) return value.map((item) => withVariables(workflow, item))
  if (!isMembers(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withVariables(workflow, part)]),
  )
}

/** `$steps.logIn.outputs.token`: `<workflow>.logIn.token` */
function variableOf({ id }: Workflow, expression: string): string {
  return [
    id,
    ...expression.split('.').filter((part) => !['$inputs', '$steps', 'outputs'].includes(part)),
  ].join('.')
}

/** What is done with the response, in words of Postman that Bruno translates when it imports them. */
function script(workflow: Workflow, { id, successCriteria, outputs }: WorkflowStep): string[] {
  return [
    // Bruno has a text of a response only as JSON
    'let body = pm.response.text()',
    'try { body = JSON.parse(body) } catch { /* plain text */ }',
    ...successCriteria.map((condition) => {
      const [left = '', right = ''] = condition.split(' == ')
      const [actual, expected] = [left, right].map((side) => valueIn(workflow, side.trim()))
      return `pm.test(${JSON.stringify(condition)}, () => pm.expect(${actual}).to.eql(${expected}))`
    }),
    ...outputs.map(({ name, value }) => {
      const variable = JSON.stringify(`${workflow.id}.${id}.${name}`)
      return `pm.collectionVariables.set(${variable}, ${valueIn(workflow, value)})`
    }),
  ]
}

/** A side of a condition as JavaScript. */
function valueIn(workflow: Workflow, text: string): string {
  if (!text.startsWith('$')) return text
  if (text === '$statusCode') return 'pm.response.code'
  const [isBody, pointer = ''] = /^\$response\.body(?:#(.*))?$/.exec(text) ?? []
  if (isBody === undefined)
    return `pm.variables.replaceIn(${JSON.stringify(`{{${variableOf(workflow, text)}}}`)})`
  const parts = partsOf(pointer)
  return parts.length === 0 ? 'body' : `${JSON.stringify(parts)}.reduce((part, name) => part?.[name], body)`
}
