import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Problem } from './problem.ts'
import type { Reference } from './references.ts'
import { placeOfNode } from './source-file.ts'

/** References that a value must follow, one after the other. */
type Way = readonly Reference[]

/** What has no end. */
export interface Circles {
  /** References that lead to each other alone: there is nothing that they stand for. */
  readonly ofReferences: readonly Problem[]
  /**
   * Schemas that need themselves: no value of them is finite. A circle through an array, an optional member, one alternative of several or
   * `null` ends.
   */
  readonly ofSchemas: readonly Problem[]
}

/** Finds the circles among references that end nowhere. */
export function findCircles(references: readonly Reference[]): Circles {
  const circles = circlesIn(references)
  return {
    ofReferences: circles.filter(isOfReferencesAlone).map(problemOf),
    ofSchemas: circles.filter((way) => !isOfReferencesAlone(way)).map(problemOf),
  }
}

function isOfReferencesAlone(way: Way): boolean {
  const holders = new Set(way.map(({ holder }) => holder))
  return way.every(({ to }) => to !== 'elsewhere' && 'node' in to && holders.has(to.node))
}

function circlesIn(references: readonly Reference[]): readonly Way[] {
  const byHolder = new Map<Node, Reference>(references.map((reference) => [reference.holder, reference]))
  const told = new Set<Node>()
  return references.flatMap((reference) => {
    const way = endlessWay(reference, byHolder, [])
    if (!way || way.some(({ holder }) => told.has(holder))) return []
    for (const { holder } of way) told.add(holder)
    return [way]
  })
}

function problemOf(way: Way): Problem {
  const [{ from, node }] = way as readonly [Reference]
  const files = way.map((step) => step.from.name)
  return {
    file: from.name,
    ...placeOfNode(from, node),
    rule: 'reference',
    severity: 'error',
    message:
      `This circle of references ends nowhere: ${[...files, files[0]].join(' → ')}. ` +
      'Expected: a way out, such as a member that is not required, an array, or `null`.',
  }
}

/** The circle that a value of the target must go round, or nothing where one ends. */
function endlessWay(
  reference: Reference,
  byHolder: ReadonlyMap<Node, Reference>,
  before: Way,
): Way | undefined {
  const again = before.indexOf(reference)
  if (again >= 0) return before.slice(again)
  const { to } = reference
  if (to === 'elsewhere' || 'missing' in to) return undefined
  return endlessIn(to.node, byHolder, [...before, reference])
}

function endlessIn(
  node: Node | null | undefined,
  byHolder: ReadonlyMap<Node, Reference>,
  before: Way,
): Way | undefined {
  if (!isMap(node) || mayBeNull(node)) return undefined
  const own = byHolder.get(node)
  const parts: (Node | undefined)[] = [...allOf(node), ...requiredMembers(node), requiredItems(node)]
  const waysOn = [
    ...(own ? [endlessWay(own, byHolder, before)] : []),
    ...parts.map((part) => endlessIn(part, byHolder, before)),
    ...['anyOf', 'oneOf'].map((key) => everyAlternative(node.get(key, true), byHolder, before)),
  ]
  return waysOn.find((way) => way !== undefined)
}

/** Of alternatives, one that ends is enough. */
function everyAlternative(
  alternatives: unknown,
  byHolder: ReadonlyMap<Node, Reference>,
  before: Way,
): Way | undefined {
  if (!isSeq<Node>(alternatives) || !alternatives.items.length) return undefined
  const ways = alternatives.items.map((alternative) => endlessIn(alternative, byHolder, before))
  return ways.every((way) => way !== undefined) ? ways[0] : undefined
}

function mayBeNull(node: Node): boolean {
  const type = isMap(node) ? node.get('type') : undefined
  return isSeq(type) && type.items.some((item) => isScalar(item) && item.value === 'null')
}

function allOf(node: Node): Node[] {
  const all: unknown = isMap(node) ? node.get('allOf', true) : undefined
  return isSeq<Node>(all) ? all.items : []
}

function requiredMembers(node: Node): (Node | undefined)[] {
  if (!isMap(node)) return []
  const required: unknown = node.get('required', true)
  const properties: unknown = node.get('properties', true)
  if (!isSeq(required) || !isMap<unknown, Node>(properties)) return []
  return required.items.flatMap((name) =>
    isScalar(name) ? [properties.get(String(name.value), true) as Node | undefined] : [],
  )
}

function requiredItems(node: Node): Node | undefined {
  if (!isMap(node) || !(Number(node.get('minItems')) > 0)) return undefined
  const items: unknown = node.get('items', true)
  return isMap(items) ? items : undefined
}
