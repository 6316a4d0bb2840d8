import { isRecord } from '../record.ts'
import type { Rule } from '../redocly.ts'

/** Node types whose text is for readers, as Redocly names them. */
const nodesWithProse = [
  'Info',
  'Tag',
  'Server',
  'PathItem',
  'Operation',
  'Parameter',
  'RequestBody',
  'Header',
  'Link',
  'Example',
  'Schema',
  'SecurityScheme',
  'ExternalDocs',
]

const strip = (node: unknown) => {
  if (!isRecord(node)) return
  delete node['summary']
  delete node['description']
}

const stripSchema = (node: unknown) => {
  strip(node)
  if (isRecord(node)) delete node['title']
}

/** OpenAPI requires a response to have a description, so it becomes an empty one. */
const emptyResponse = (node: unknown) => {
  if (isRecord(node)) node['description'] = ''
}

/**
 * Takes every summary and description out of a bundle, so that what is built from the bundle alone is not rebuilt
 * when only a text changed. Values of examples stay, even where they have members of these names.
 */
export const stripProse: Rule = () => ({
  ...Object.fromEntries(nodesWithProse.map((type) => [type, { leave: strip }])),
  Schema: { leave: stripSchema },
  Response: { leave: emptyResponse },
})
