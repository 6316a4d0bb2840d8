import { DocumentError } from './errors.ts'
import { type Example, readExamples } from './example.ts'
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
  readonly deprecated: boolean
  /** `simple`, `form`, … as OpenAPI defines per location. */
  readonly style: string
  readonly explode: boolean
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
    merged.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...merged.values()]
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
  return {
    name: value.name,
    in: location,
    description: value.description ?? '',
    required: value.required ?? false,
    deprecated: value.deprecated ?? false,
    style,
    explode: value.explode ?? style === 'form',
    schema: value.schema ?? {},
    examples: readExamples(document, value),
  }
}
