import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

/** Finds the lines of one YAML text. */
export interface Locator {
  /** The line, from 1, on which this part is named; undefined where the text has no such part. */
  lineOf(place: readonly (string | number)[]): number | undefined
  /** The names of the members at a place; none where there is no object. */
  namesAt(place: readonly (string | number)[]): readonly string[]
  /** The text at a place, such as that of a `$ref`. */
  textAt(place: readonly (string | number)[]): string | undefined
  /** How many items the list at a place has. */
  countAt(place: readonly (string | number)[]): number
}

/** Reads a YAML text once, for any number of questions. */
export function createLocator(text: string): Locator {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const nodeAt = (place: readonly (string | number)[]) =>
    place.length === 0 ? document.contents : document.getIn(place, true)
  return {
    lineOf(place) {
      const offset = offsetOf(nodeAt(place.slice(0, -1)), place.at(-1))
      return offset === undefined ? undefined : lines.linePos(offset).line
    },
    namesAt(place) {
      const node = nodeAt(place)
      return isMap(node) ? node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : []
    },
    textAt(place) {
      const node = nodeAt(place)
      return isScalar(node) && typeof node.value === 'string' ? node.value : undefined
    },
    countAt(place) {
      const node = nodeAt(place)
      return isSeq(node) ? node.items.length : 0
    },
  }
}

function offsetOf(parent: unknown, name: string | number | undefined): number | undefined {
  if (name === undefined) return 0
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined
  }
  const item: unknown = isSeq(parent) ? parent.items[Number(name)] : undefined
  return isMap(item) || isScalar(item) || isSeq(item) ? item.range?.[0] : undefined
}
