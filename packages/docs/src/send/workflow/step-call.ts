import { type BuiltCall, buildCall } from '../page/build-call.ts'
import type { RunnableStep } from './runnable.ts'
import { filledIn, type Known, keptValuesIn } from './values.ts'

/** The request of a step, with inputs and what earlier steps keep put in. */
export function stepCall(
  { id, request, parameters, body }: RunnableStep,
  known: Known,
  baseUrl: string,
): BuiltCall {
  const filled = parameters.map(({ name, in: place, value }) => ({
    name,
    in: placeOf(place),
    value: asText(filledIn(known, value)),
  }))
  const { mediaType } = request
  const call = {
    request: {
      id,
      method: request.method,
      path: request.path,
      token: false,
      parameters: filled.map((parameter) => ({
        ...parameter,
        required: true,
        member: parameter.name,
        isText: true,
      })),
      ...(mediaType !== undefined && { body: { mediaType, text: '' } }),
    },
    values: filled.map(({ value }) => value),
    body: body === undefined ? undefined : JSON.stringify(filledIn(known, body), null, 2),
  }
  return buildCall(call, baseUrl)
}

/** A request as a reader knows it from the wire. */
export function requestText({ method, url, headers, body }: BuiltCall): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${url}`, ...lines, ...(body === undefined ? [] : ['', body])].join('\n')
}

/** What a step takes from earlier steps, each once. */
export function keptFor({ parameters, body }: RunnableStep): ReturnType<typeof keptValuesIn> {
  const all = keptValuesIn([parameters, body])
  return all.filter(
    ({ step, output }, index) =>
      all.findIndex((other) => other.step === step && other.output === output) === index,
  )
}

function placeOf(place: string): 'path' | 'query' | 'header' {
  return place === 'path' || place === 'header' ? place : 'query'
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
