import { type DocumentModel, isSuccess, needsCredentials, type Operation } from '../../model/index.ts'
import { Expression, literal, quoted } from '../../text/literal.ts'
import { clientPackage } from './client-package.ts'
import { credentialsOf } from './credentials.ts'
import { plain, type SampleRequest, sampleRequest, sampleUrl } from './sample-request.ts'
import { caller } from './set-up.ts'

const { tokenVariable } = clientPackage

/** A program that makes the sample's call with `fetch` alone, and prints what comes back. */
export function fetchSample(model: DocumentModel, operation: Operation): string {
  const request = sampleRequest(model, operation)
  const url = quoted(sampleUrl(model, operation, request))
  const options = fetchOptions(model, operation, request)
  const given = Object.keys(options).length === 0 ? '' : `, ${literal(options)}`
  return [
    ...(needsCredentials(operation) ? tokenLines(operation) : []),
    `const response = await fetch(${url}${given})`,
    'if (!response.ok) throw new Error(await response.text())',
    `console.log(${printed(operation)})`,
    '',
  ].join('\n')
}

function tokenLines({ role }: Operation): string[] {
  return [`// The token of ${caller(role)}.`, `const { ${tokenVariable}: token = '' } = process.env`]
}

function fetchOptions(
  model: DocumentModel,
  operation: Operation,
  request: SampleRequest,
): Readonly<Record<string, unknown>> {
  const headers = {
    ...(needsCredentials(operation) && credentialHeaders(model, operation)),
    ...parameterHeaders(request),
    ...bodyHeaders(request),
  }
  return {
    ...(operation.method !== 'get' && { method: operation.method.toUpperCase() }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(request.body && { body: new Expression(bodyExpression(request.body)) }),
  }
}

function credentialHeaders(model: DocumentModel, operation: Operation): Readonly<Record<string, Expression>> {
  const headers = credentialsOf(model, operation).flatMap((scheme): (readonly [string, string])[] => {
    if (scheme.kind === 'bearer') return [['Authorization', `\`Bearer \${token}\``]]
    if (scheme.kind === 'basic') return [['Authorization', `\`Basic \${btoa(token)}\``]]
    if (scheme.kind !== 'apiKey') return []
    return scheme.in === 'cookie'
      ? [['Cookie', `\`${scheme.parameter}=\${token}\``]]
      : [[scheme.parameter, 'token']]
  })
  return Object.fromEntries(headers.map(([name, value]) => [name, new Expression(value)]))
}

function parameterHeaders({ parameters }: SampleRequest): Readonly<Record<string, string>> {
  const headers = parameters.filter(({ parameter }) => parameter.in === 'header')
  const cookies = parameters.filter(({ parameter }) => parameter.in === 'cookie')
  const pairs = cookies.map(({ parameter, value }) => `${parameter.name}=${plain(value)}`)
  return {
    ...Object.fromEntries(headers.map(({ parameter, value }) => [parameter.name, plain(value)])),
    ...(pairs.length > 0 && { Cookie: pairs.join('; ') }),
  }
}

/** A form says by itself what it is. */
function bodyHeaders({ body }: SampleRequest): Readonly<Record<string, string>> {
  return !body || body.media.kind === 'form' ? {} : { 'Content-Type': body.media.name }
}

function bodyExpression({ media, value }: NonNullable<SampleRequest['body']>): string {
  if (media.kind !== 'form')
    return typeof value === 'string' && media.kind !== 'json'
      ? quoted(value)
      : `JSON.stringify(${literal(value, '  ')})`
  const members = Object.entries(Object(value)).map(([name, member]) => [name, plain(member)] as const)
  const fields = literal(Object.fromEntries(members), '  ')
  if (media.name !== 'multipart/form-data') return `new URLSearchParams(${fields})`
  return `Object.entries(${fields}).reduce((form, [name, value]) => {\n    form.append(name, value)\n    return form\n  }, new FormData())`
}

/** A body as what it is; where there is none, the status. */
function printed({ responses }: Operation): string {
  const [media] = responses.find(isSuccess)?.content ?? []
  if (!media) return 'response.status'
  return media.kind === 'json' ? 'await response.json()' : 'await response.text()'
}
