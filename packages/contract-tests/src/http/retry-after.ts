const delaySeconds = /^\d+$/

const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const time = '\\d{2}:\\d{2}:\\d{2}'

/** `HTTP-date` in its three forms (RFC 9110, section 5.6.7). */
const httpDate = new RegExp(
  `^(?:${day}, \\d{2} ${month} \\d{4} ${time} GMT|[A-Z][a-z]{5,8}, \\d{2}-${month}-\\d{2} ${time} GMT|${day} ${month} [ \\d]\\d ${time} \\d{4})$`,
)

/**
 * How many seconds a response asks to wait: `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3). A date
 * counts from the server's own `Date`, where it sends one. Undefined where there is no such header, or its value is malformed.
 */
export function secondsToWait(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (delaySeconds.test(value)) return Number(value)
  const until = parseDate(value)
  if (until === undefined) return undefined
  const from = parseDate(headers.get('date')?.trim() ?? '') ?? now
  return Math.max((until - from) / 1000, 0)
}

function parseDate(text: string): number | undefined {
  if (!httpDate.test(text)) return undefined
  // The form of asctime names no time zone: it is always GMT.
  const milliseconds = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
