import { meanings } from '../document/meaning.ts'
import { type Place, placeOf } from '../document/place-of.ts'
import { type Rule, rules } from '../document/rule.ts'
import type { Mismatch } from '../errors.ts'
import { curlCommand } from '../http/curl.ts'
import type { ReceivedResponse, SentRequest } from '../http/exchange.ts'
import { maskBody, maskHeader, type Secrets } from '../http/secrets.ts'

/** One thing that a server does otherwise than the contract says. It holds no secrets. */
export interface Violation {
  /** The operation that answered. */
  readonly operation: string
  readonly rule: Rule
  /** What the rule demands, in a sentence. */
  readonly demand: string
  /** What it means for a caller that it is broken. */
  readonly meaning: string
  /** Where the document says so; undefined for what is no part of it. */
  readonly place: Place | undefined
  /** What had to be true: `returns 401 to a call without credentials`. */
  readonly title: string
  /** `status 401` */
  readonly expected: string
  /** `status 200` */
  readonly came: string
  /** The request as lines of text, secrets masked. */
  readonly request: string
  /** The request as a command for a shell, secrets masked. */
  readonly curl: string
  /** The response as lines of text, secrets masked; undefined when none came. */
  readonly response: string | undefined
}

/** Writes a mismatch down for people. */
export function toViolation(
  mismatch: Mismatch,
  check: { rule: Rule; title: string },
  secrets: Secrets,
): Violation {
  const rule = mismatch.rule ?? check.rule
  return {
    operation: mismatch.operation,
    rule,
    demand: rules[rule],
    meaning: meanings[rule],
    place: placeOf({
      operation: mismatch.operation,
      rule,
      expected: mismatch.expected,
      status: mismatch.exchange?.response.status,
    }),
    title: check.title,
    expected: secrets.mask(mismatch.expected),
    came: secrets.mask(mismatch.came),
    request: secrets.mask(requestText(mismatch.request)),
    curl: secrets.mask(curlCommand(mismatch.request)),
    response: mismatch.exchange && secrets.mask(responseText(mismatch.exchange.response)),
  }
}

function requestText({ method, url, headers, body }: SentRequest): string {
  return [`${method} ${url}`, ...headerLines(Object.entries(headers)), ...bodyLines(body ?? '')].join('\n')
}

function responseText({ status, headers, text }: ReceivedResponse): string {
  return [String(status), ...headerLines(headers), ...bodyLines(text)].join('\n')
}

function headerLines(headers: Iterable<readonly [string, string]>): string[] {
  return [...headers].map(([name, value]) => `${name}: ${maskHeader(name, value)}`)
}

function bodyLines(text: string): string[] {
  if (text === '') return []
  const masked = maskBody(text)
  return ['', masked.length > 2000 ? `${masked.slice(0, 2000)}… (${masked.length} characters)` : masked]
}
