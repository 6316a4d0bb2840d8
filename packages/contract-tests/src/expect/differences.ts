/** One place in which two values differ, in words that are the same in every run. */
export interface ValueDifference {
  /** JSON pointer, with 0 for every index: `/0/is_admin`; empty for the values themselves. */
  readonly place: string
  readonly expected: string
  readonly actual: string
}

/** Where two JSON values differ. The same difference in several items of a list is one. */
export function differences(expected: unknown, actual: unknown): readonly ValueDifference[] {
  const found = compare('', expected, actual)
  return [...new Map(found.map((each) => [`${each.place}\n${each.expected}\n${each.actual}`, each])).values()]
}

function compare(place: string, expected: unknown, actual: unknown): ValueDifference[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(place, expected, actual)
  if (isObject(expected) && isObject(actual)) return compareObjects(place, expected, actual)
  if (Object.is(expected, actual) || canonical(expected) === canonical(actual)) return []
  return [{ place, ...describeBoth(expected, actual) }]
}

/** Items are told apart by their place where the lists are equally long; else by what one has and the other lacks. */
function compareLists(
  place: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
): ValueDifference[] {
  const [wanted, got] = [expected.map(canonical), actual.map(canonical)]
  const [missing, surplus] = [without(wanted, got), without(got, wanted)]
  if (missing.length + surplus.length === 0)
    return wanted.every((item, index) => item === got[index])
      ? []
      : [{ place, expected: 'this order', actual: 'another order' }]
  if (missing.length === surplus.length && expected.length === actual.length)
    return expected.flatMap((item, index) => compare(`${place}/0`, item, actual[index]))
  return [
    ...(missing.length > 0 ? [{ place, expected: 'every item', actual: 'items are missing' }] : []),
    ...(surplus.length > 0 ? [{ place, expected: 'no other item', actual: 'items are added' }] : []),
  ]
}

/** What is left of one list when the items of another are taken away, one for one. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return items.filter((item) => {
    const index = left.indexOf(item)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

function compareObjects(
  place: string,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): ValueDifference[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
  return names.flatMap((name) => compare(`${place}/${name}`, expected[name], actual[name]))
}

/** Two texts differ by their kind of difference, since what they say differs from run to run. */
function describeBoth(expected: unknown, actual: unknown): Omit<ValueDifference, 'place'> {
  if (typeof expected === 'string' && typeof actual === 'string')
    return { expected: 'the same text', actual: describeText(expected, actual) }
  if (expected instanceof Date && actual instanceof Date)
    return { expected: 'the same time', actual: describeShift(actual.getTime() - expected.getTime()) }
  return { expected: describe(expected), actual: describe(actual) }
}

/** To the minute: less differs from run to run. */
function describeShift(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return 'no time'
  const minutes = Math.round(Math.abs(milliseconds) / 60_000)
  if (minutes === 0) return 'another time of the same minute'
  const shift = minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `${shift} ${milliseconds > 0 ? 'later' : 'earlier'}`
}

function describeText(expected: string, actual: string): string {
  const readings: readonly (readonly [string, (text: string) => string])[] = [
    ['without the white space around it', (text) => text.trim()],
    ['in lower case', (text) => text.toLowerCase()],
    ['in upper case', (text) => text.toUpperCase()],
    ['in another Unicode normalization form', (text) => text.normalize('NFC')],
    ['in another Unicode normalization form', (text) => text.normalize('NFD')],
  ]
  const known = readings.find(([, change]) => change(expected) === actual)
  if (known) return `the text ${known[0]}`
  if (actual === '') return 'an empty text'
  if (expected.startsWith(actual)) return 'the beginning of the text'
  return expected.toLowerCase() === actual.toLowerCase() ? 'the text in another case' : 'another text'
}

function describe(value: unknown): string {
  if (value === undefined) return 'absent'
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'a text'
  if (Array.isArray(value)) return 'an array'
  return isObject(value) ? 'an object' : String(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      isObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
    ) ?? 'absent'
  )
}
