import type { SentRequest } from './exchange.ts'
import { maskBody, maskHeader } from './secrets.ts'

/** The request as a command that a shell takes. Where a secret was sent, `[secret]` stands. */
export function curlCommand({ method, url, headers, body }: SentRequest): string {
  const verb = method === 'HEAD' ? ['--head'] : method === 'GET' ? [] : ['-X', method]
  const fields = Object.entries(headers).flatMap(([name, value]) => [
    '-H',
    quote(`${name}: ${maskHeader(name, value)}`),
  ])
  const content = body === undefined ? [] : ['--data-raw', quote(maskBody(body))]
  return ['curl', '-i', ...verb, quote(url), ...fields, ...content].join(' ')
}

/** In single quotes nothing means anything to a shell, but a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
