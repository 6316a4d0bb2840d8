import { type Deprecation, readDeprecation } from './deprecation.ts'
import { DocumentError } from './errors.ts'
import { type Example, readExamples } from './example.ts'
import { readContent } from './media-type.ts'
import { resolve } from './reference.ts'
import type { Reference, Schema, SourceDocument, SourceParameter } from './source.ts'

const locations = ['path', 'query', 'header', 'cookie'] as const
export type ParameterLocation = (typeof locations)[number]

/** A parameter of an operation, with those of its path item merged in. */
export interface Parameter {
  readonly name: string
  readonly in: ParameterLocation
  readonly description: string
  readonly required: boolean
  /** Undefined where it is not deprecated. */
  readonly deprecation: Deprecation | undefined
  /** `x-draft`: shown in a preview alone, and in no release. */
  readonly draft: boolean
  /** Whether it is the key of a security scheme. */
  readonly credential: boolean
  /** `simple`, `form`, … as OpenAPI defines per location. */
  readonly style: string
  readonly explode: boolean
  /** Whether reserved characters of a query stay as they are. */
  readonly allowReserved: boolean
  /** What the value is written as, where it is no style that says it: `application/json`. */
  readonly mediaType: string | undefined
  readonly schema: Schema
  readonly examples: readonly Example[]
}

type Sources = readonly (SourceParameter | Reference)[] | undefined

/** An operation's parameter replaces one of its path item with the same name and location. */
export function readParameters(
  document: SourceDocument,
  pointer: string,
  ofPathItem: Sources,
  ofOperation: Sources,
): Parameter[] {
  const merged = new Map<string, Parameter>()
  for (const source of [...(ofPathItem ?? []), ...(ofOperation ?? [])]) {
    const parameter = readParameter(document, pointer, source)
    if (isIgnored(parameter)) continue
    merged.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...merged.values()]
}

/** What other parts of a document say, such as the media types of a body (OpenAPI 3.1.1, section 4.8.12.2.1). */
function isIgnored({ name, in: location, credential }: Parameter): boolean {
  return !credential && location === 'header' && /^(?:accept|content-type|authorization)$/i.test(name)
}

function readParameter(
  document: SourceDocument,
  pointer: string,
  source: SourceParameter | Reference,
): Parameter {
  const { value } = resolve<SourceParameter>(document, source)
  const location = locations.find((known) => known === value.in)
  if (!location) {
    throw new DocumentError(
      pointer,
      `the parameter "${value.name}" is in "${value.in}". Expected one of ${locations.join(', ')}, such as "in: query".`,
    )
  }
  const style = value.style ?? (location === 'query' || location === 'cookie' ? 'form' : 'simple')
  const [media] = readContent(document, value.content)
  return {
    name: value.name,
    in: location,
    description: value.description ?? '',
    required: value.required ?? false,
    deprecation: readDeprecation(value),
    draft: value['x-draft'] === true,
    credential: value['x-credential'] ?? false,
    style,
    // OpenAPI defines `deepObject` with `true` alone, and says that the default is `false`.
    explode: value.explode ?? (style === 'form' || style === 'deepObject'),
    allowReserved: value.allowReserved ?? false,
    mediaType: media?.name,
    schema: media?.schema ?? value.schema ?? {},
    examples: [...readExamples(document, value), ...(media?.examples ?? [])],
  }
}

/** Whether a value is one text on the wire, whatever it is. */
export function isSingle({ mediaType }: Parameter, { type }: Schema): boolean {
  const types = [type].flat()
  const single = ['string', 'integer', 'number', 'boolean', 'null']
  return mediaType === undefined && types.every((name) => name !== undefined && single.includes(name))
}
