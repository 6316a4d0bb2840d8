import { element, textBox } from './elements.ts'

/** A response whose body has been read. */
export interface Received {
  readonly response: Response
  readonly text: string
  readonly milliseconds: number
}

/** How much of a body is shown, in characters. */
const mostShown = 100_000

/** `201 Created in 34 ms` */
export function statusOf({ response: { status, statusText }, milliseconds }: Received): string {
  return `${[status, statusText].filter(Boolean).join(' ')} in ${Math.round(milliseconds)} ms`
}

export function showResponse(place: HTMLElement, received: Received): void {
  const { response, text } = received
  const headers = [...response.headers]
  const list = headers.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])
  const count = headers.length === 1 ? '1 header' : `${headers.length} headers`
  place.replaceChildren(
    element('p', { class: 'send-title' }, `Response: ${statusOf(received)}`),
    element('details', {}, element('summary', {}, count), element('dl', {}, ...list)),
    text === '' ? element('p', {}, 'No body.') : textBox('Response body', shown(text, response)),
  )
  place.hidden = false
}

function shown(text: string, { headers }: Response): string {
  const pretty = /json/.test(headers.get('Content-Type') ?? '') ? indented(text) : text
  return pretty.length > mostShown ? `${pretty.slice(0, mostShown)}\n… ${pretty.length} characters` : pretty
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
