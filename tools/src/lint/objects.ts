import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'

/** What holds a value as it is: nothing in it is of OpenAPI. */
const literal = new Set(['value', 'example', 'default', 'const', 'enum', 'payload'])

/** All objects of a part, itself included, but for those that are values of examples and the like. */
export function objectsIn(node: unknown): YAMLMap[] {
  if (isSeq(node)) return node.items.flatMap(objectsIn)
  if (!isMap(node)) return []
  const parts = node.items.filter((pair) => !isLiteral(pair))
  return [node, ...parts.flatMap(({ value }) => objectsIn(value))]
}

function isLiteral(pair: Pair): boolean {
  const key = keyOf(pair)
  return literal.has(key) || (key === 'examples' && isSeq(pair.value))
}

/** The name of a member. */
export function keyOf({ key }: Pick<Pair, 'key'>): string {
  return String(isScalar(key) ? key.value : key)
}
