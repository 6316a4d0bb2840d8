import {
  type DocumentModel,
  needsCredentials,
  type Operation,
  type SecurityScheme,
} from '../../model/index.ts'
import { clientPackage } from './client-package.ts'
import { credentialsOf } from './credentials.ts'
import { plain, type SampleRequest, sampleRequest, sampleUrl } from './sample-request.ts'
import { singleQuoted } from './shell.ts'

/** A shell command that makes the sample's call. */
export function curlSample(model: DocumentModel, operation: Operation): string {
  const request = sampleRequest(model, operation)
  const options = [
    ...methodOptions(operation),
    ...(needsCredentials(operation) ? credentialsOf(model, operation).flatMap(credentialOptions) : []),
    ...parameterOptions(request),
    ...bodyOptions(request),
  ]
  const parts = [...options, quotedUrl(sampleUrl(model, operation, request), keysInQuery(model, operation))]
  return `curl ${parts.join(' \\\n  ')}\n`
}

function methodOptions({ method }: Operation): string[] {
  if (method === 'get') return []
  return method === 'head' ? ['--head'] : [`--request ${method.toUpperCase()}`]
}

/** In double quotes, so that the shell puts the variable's value in. */
function credentialOptions(scheme: SecurityScheme): string[] {
  const secret = `$${clientPackage.tokenVariable}`
  if (scheme.kind === 'bearer') return [`--header "Authorization: Bearer ${secret}"`]
  if (scheme.kind === 'basic') return [`--user "${secret}"`]
  if (scheme.kind !== 'apiKey') return []
  if (scheme.in === 'query') return []
  return scheme.in === 'cookie'
    ? [`--cookie "${scheme.parameter}=${secret}"`]
    : [`--header "${scheme.parameter}: ${secret}"`]
}

function keysInQuery(model: DocumentModel, operation: Operation): string[] {
  const schemes = needsCredentials(operation) ? credentialsOf(model, operation) : []
  return schemes.flatMap((scheme) =>
    scheme.kind === 'apiKey' && scheme.in === 'query' ? [encodeURIComponent(scheme.parameter)] : [],
  )
}

/** In double quotes where a key of the variable is in it. */
function quotedUrl(url: string, keys: readonly string[]): string {
  if (keys.length === 0) return singleQuoted(url)
  const escaped = url.replaceAll(/["$`\\]/g, '\\$&')
  const pairs = keys.map((key) => `${key}=$${clientPackage.tokenVariable}`)
  return `"${escaped}${url.includes('?') ? '&' : '?'}${pairs.join('&')}"`
}

function parameterOptions({ parameters }: SampleRequest): string[] {
  return parameters.flatMap(({ parameter, value }) => {
    if (parameter.in === 'header') return [`--header ${singleQuoted(`${parameter.name}: ${plain(value)}`)}`]
    return parameter.in === 'cookie' ? [`--cookie ${singleQuoted(`${parameter.name}=${plain(value)}`)}`] : []
  })
}

function bodyOptions({ body }: SampleRequest): string[] {
  if (!body) return []
  if (body.media.kind === 'form') return formOptions(body.media.name, body.value)
  return [
    `--header ${singleQuoted(`Content-Type: ${body.media.name}`)}`,
    `--data ${singleQuoted(plain(body.value))}`,
  ]
}

function formOptions(mediaType: string, value: unknown): string[] {
  const option = mediaType === 'multipart/form-data' ? '--form-string' : '--data-urlencode'
  return Object.entries(Object(value)).map(
    ([name, member]) => `${option} ${singleQuoted(`${name}=${plain(member)}`)}`,
  )
}
