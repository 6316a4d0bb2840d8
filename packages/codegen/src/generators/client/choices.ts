import type { DocumentModel, MediaType, Operation, Server } from '../../model/index.ts'
import { literal, memberName, quoted } from '../../text/literal.ts'
import { pure } from '../../text/pure.ts'
import { bodyType, bodyWriter, sentMediaTypes } from './body.ts'
import { choosesContentType, inputMembers } from './input.ts'

/** What the runtime has to know where the caller has a choice, as `chosen({ … })`; nothing where there is none. */
export function choiceFact(
  model: DocumentModel,
  operation: Operation,
  place: string | undefined,
): string | undefined {
  const { keys } = operation
  const members = [
    ...(choosesContentType(operation) ? [`bodies: { ${bodies(model, operation).join(', ')} }`] : []),
    ...(operation.servers.length > 0
      ? [`servers: ${literal(operation.servers.map(serverFact), '      ')}`]
      : []),
    ...(keys ? [`keys: ${literal(keyAlternatives(operation), '      ')}`] : []),
    ...(keys?.isUnsaid ? ['anyKeys: true'] : []),
  ]
  if (members.length === 0) return undefined
  return pure(`chosen({ ${members.join(', ')} }${place === undefined ? '' : `, ${place}`})`)
}

function bodies(model: DocumentModel, operation: Operation): string[] {
  return sentMediaTypes(operation).map((media) => `${memberName(media.name)}: ${bodyWriter(model, media)}`)
}

function serverFact({ template, variables }: Server): object {
  const described = variables.map(({ name, default: preset, values }) => [
    name,
    { default: preset, ...(values && { enum: values }) },
  ])
  return { url: template, ...(described.length > 0 && { variables: Object.fromEntries(described) }) }
}

/** Each scheme with the member of the input for its key. */
function keyAlternatives(operation: Operation): readonly (readonly (readonly string[])[])[] {
  const names = new Map(
    inputMembers(operation).map(({ name, parameter }) => [`${parameter.in} ${parameter.name}`, name]),
  )
  return (operation.keys?.alternatives ?? []).map((alternative) =>
    alternative.map(({ scheme, place }) => {
      const argument = place === undefined ? undefined : names.get(place)
      return argument === undefined ? [scheme] : [scheme, argument]
    }),
  )
}

/** The types of a body with its media type, one for each that the caller may choose. */
export function bodyChoices(operation: Operation): string[] {
  const isRequired = operation.requestBody?.required ?? false
  return sentMediaTypes(operation).map((media, index) => {
    const isUsual = index === 0
    const type = bodyType(operation, media)
    const body = isRequired || !isUsual ? `readonly body: ${type}` : `readonly body?: ${type} | undefined`
    const name = contentType(media)
    const told = isUsual ? `readonly contentType?: ${name} | undefined` : `readonly contentType: ${name}`
    return `{ ${body}; ${told} }`
  })
}

/** A range is a template of TypeScript. */
function contentType({ name }: MediaType): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the generated file
  return name.includes('*') ? `\`${name.replaceAll('*', '${string}')}\`` : quoted(name)
}

/** The type of the member that says where an operation is. */
export function serverType(servers: readonly Server[]): string {
  const choices = servers.map(({ template, variables }, index) => {
    const values = variables.map(
      ({ name, values: allowed }) =>
        `readonly ${memberName(name)}?: ${allowed ? allowed.map(quoted).join(' | ') : 'string'} | undefined`,
    )
    const url = `readonly url${index === 0 ? '?' : ''}: ${quoted(template)}${index === 0 ? ' | undefined' : ''}`
    const given = variables.length > 0 ? `; readonly variables?: { ${values.join('; ')} } | undefined` : ''
    return `{ ${url}${given} }`
  })
  return ['(string & {})', ...choices].join(' | ')
}
