import {
  type DocumentModel,
  type Example,
  isMembers,
  type MediaType,
  type Parameter,
  rightExample,
  sampleOf,
} from '../../model/index.ts'

/** Whether a sample of a call has the parameter: an optional one where the document has an example for it. */
export function isShown({ source }: DocumentModel, parameter: Parameter): boolean {
  return parameter.required || rightExample(source, parameter) !== undefined
}

/** The value that samples give a parameter: the first right example of the document, else one that is made up. */
export function exampleOf({ source }: DocumentModel, parameter: Parameter): unknown {
  return rightExample(source, parameter)?.value ?? sampleOf(source, parameter.schema)
}

/** The same of a body. */
export function exampleOfBody(model: DocumentModel, media: MediaType): unknown {
  const example = rightExampleOfBody(model, media)
  return example ? example.value : sampleOf(model.source, media.schema)
}

/** Only JSON is as its schema says. A form has names at least; its files are texts in an example. */
function rightExampleOfBody({ source }: DocumentModel, media: MediaType): Example | undefined {
  if (media.kind === 'json') return rightExample(source, media)
  return media.kind === 'form' ? media.examples.find(({ value }) => isMembers(value)) : media.examples[0]
}
