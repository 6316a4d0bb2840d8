import { type DocumentModel, generators, needsCredentials, type Operation } from '@windmill-user-api/codegen'

/** Fills the places of a template that are called `{{name}}`. */
export type FillIn = (template: string) => string

/** What templates say of a document. */
export async function createFillIn(model: DocumentModel): Promise<FillIn> {
  const count = model.operations.length
  const values: Readonly<Record<string, string>> = {
    baseUrl: model.servers[0]?.url ?? 'http://localhost:8000/api',
    operations: `${count} ${count === 1 ? 'operation' : 'operations'}`,
    sample: await sampleOfFirstCall(model),
  }
  return (template) =>
    template.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`a template has the place ${place}, which nothing fills`)
      return value
    })
}

/** The program that the docs show for one operation, without the line that names its generator. */
async function sampleOfFirstCall(model: DocumentModel): Promise<string> {
  const { generate } = (await generators['docs']?.()) ?? {}
  const [first] = model.operations.toSorted((one, other) => effort(one) - effort(other))
  const file = (await generate?.(model))?.get(`samples/${first?.id}.ts`) ?? ''
  return file.replace(/^\/\/ Generated .*\n/, '').trim()
}

/** A reader wants to see a call that reads something and needs little. */
function effort(operation: Operation): number {
  const { method, parameters, requestBody } = operation
  const required = parameters.filter((parameter) => parameter.required).length
  return (method === 'get' ? 0 : 4) + (requestBody ? 2 : 0) + required + (needsCredentials(operation) ? 1 : 0)
}
