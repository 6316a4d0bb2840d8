import { recordOf } from '../reading.ts'
import type { Rule, Visit } from '../redocly.ts'

/** Node types that have a summary or a description for readers, as Redocly names them. */
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
  'SecurityScheme',
  'ExternalDocs',
]

const remove =
  (...names: string[]): Visit =>
  (node) => {
    for (const name of names) delete recordOf(node)[name]
  }

/** OpenAPI requires a response to have a description, so it becomes an empty one. */
const emptyDescription: Visit = (node) => {
  const response = recordOf(node)
  delete response['x-cure']
  response['description'] = ''
}

/**
 * Takes every summary, description and cure out of a bundle, so that what is built from the bundle alone is not rebuilt
 * when only a text changed. Values of examples stay, even where they have members of these names.
 */
export const stripProse: Rule = () => ({
  ...Object.fromEntries(
    nodesWithProse.map((type) => [
      type,
      { leave: remove('summary', 'description', 'x-deprecated-reason', 'x-cure') },
    ]),
  ),
  Schema: { leave: remove('title', 'description', 'x-deprecated-reason') },
  Response: { leave: emptyDescription },
})
