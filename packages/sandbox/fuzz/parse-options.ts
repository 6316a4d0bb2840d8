const milliseconds: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 }

/** @throws Error where the text is no duration. */
export function parseDuration(text: string): number {
  const [, amount = '', unit = ''] = /^(\d+)([smh])$/.exec(text) ?? []
  const factor = milliseconds[unit]
  if (factor === undefined) throw new Error(`--duration: expected a time such as 30s or 10m, got ${text}`)
  return Number(amount) * factor
}

/** @throws Error where the text is no whole number. */
export function parseCount(option: string, text: string): number {
  const count = Number(text)
  if (text !== '' && Number.isSafeInteger(count)) return count
  throw new Error(`${option}: expected a whole number such as 2026, got ${text}`)
}
