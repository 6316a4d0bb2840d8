import type { DocumentModel, MediaType, Operation, Schema } from '../../model/index.ts'

/** The key of a validator, by which the server asks for it. */
export const keys = {
  query: (id: string) => `${id} query`,
  body: (id: string) => `${id} body`,
  answer: (id: string, status: string, mediaType: string) => `${id} ${status} ${mediaType}`,
}

/** Every schema that a server checks: the query and the JSON body of a request, each body of an answer. */
export function schemasByKey({ operations }: DocumentModel): Map<string, Schema> {
  return new Map(
    operations.flatMap((operation) => [
      ...querySchema(operation),
      ...jsonOf(operation.requestBody?.content).map(
        ({ schema }) => [keys.body(operation.id), schema] as const,
      ),
      ...operation.responses.flatMap(({ status, content }) =>
        content
          .filter(isChecked)
          .map(({ name, schema }) => [keys.answer(operation.id, status, name), schema] as const),
      ),
    ]),
  )
}

/** The query as one object, so that a missing parameter is a missing member. */
function querySchema({ id, parameters }: Operation): (readonly [string, Schema])[] {
  const query = parameters.filter((parameter) => parameter.in === 'query')
  if (query.length === 0) return []
  const schema: Schema = {
    type: 'object',
    required: query.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(query.map((parameter) => [parameter.name, parameter.schema])),
  }
  return [[keys.query(id), schema]]
}

/** A server takes one JSON representation: the first. */
function jsonOf(content: readonly MediaType[] = []): readonly MediaType[] {
  return content.filter(({ kind }) => kind === 'json').slice(0, 1)
}

function isChecked({ kind }: MediaType): boolean {
  return kind === 'json' || kind === 'text'
}
