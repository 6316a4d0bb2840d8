import { type OperationDescription, type OperationId, operations } from '../generated/document/operations.ts'
import { explain } from './explain.ts'
import { validators } from './validators.ts'

/**
 * Holds an answer to the document: its status, media type, required headers and body.
 *
 * @returns The answer, or a 500 that says how it deviates.
 */
export async function checkResponse(id: OperationId, response: Response): Promise<Response> {
  const deviation = await deviationOf(id, response.clone())
  if (deviation === undefined) return response
  const text = `Internal: the answer of ${id} with status ${response.status} deviates from the document: ${deviation}`
  return new Response(text, { status: 500, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

async function deviationOf(id: OperationId, response: Response): Promise<string | undefined> {
  const { answers }: OperationDescription = operations[id]
  const described = answers[response.status]
  if (!described) return `expected one of the statuses ${Object.keys(answers).join(', ')}`
  const missing = described.requiredHeaders.find((name) => !response.headers.has(name) && isVisible(name))
  if (missing !== undefined) return `the header ${missing} is missing`
  const text = await response.text()
  const [mediaType = ''] = (response.headers.get('Content-Type') ?? '').split(';')
  if (described.mediaTypes.length === 0) return text === '' ? undefined : 'expected no body'
  if (!described.mediaTypes.includes(mediaType)) {
    return `expected the media type ${described.mediaTypes.join(' or ')}, got ${mediaType || 'none'}`
  }
  return bodyDeviation(`${id} ${response.status} ${mediaType}`, mediaType, text)
}

/** Not so in a browser, where no script sees a cookie that a response sets (Fetch standard, "forbidden response-header name"). */
function isVisible(header: string): boolean {
  return new Response(null, { headers: { [header]: '-' } }).headers.has(header)
}

function bodyDeviation(key: string, mediaType: string, text: string): string | undefined {
  const value: unknown = mediaType === 'application/json' ? JSON.parse(text) : text
  const validator = validators[key]
  if (!validator || validator(value)) return undefined
  const [error] = validator.errors ?? []
  return error ? explain(error, value) : 'the body breaks its schema'
}
