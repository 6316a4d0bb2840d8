import { isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'

/** A text that readers see, and the line of its file on which it begins. */
export interface Text {
  readonly line: number
  readonly text: string
}

const prose = ['description', 'summary', 'x-cure', 'x-deprecated-reason']

/** The texts of a file of the OpenAPI document: descriptions, summaries and cures. */
export function textsOfYaml(source: string): readonly Text[] {
  const lines = new LineCounter()
  const texts: Text[] = []
  visit(parseDocument(source, { lineCounter: lines }), {
    Pair(_key, { key, value }, ancestors) {
      const isProse = isScalar(key) && typeof key.value === 'string' && prose.includes(key.value)
      if (!isProse || isNamedLikeIt(ancestors) || !isScalar(value) || typeof value.value !== 'string') return
      texts.push({ line: lines.linePos(value.range?.[0] ?? 0).line, text: value.value })
    },
  })
  return texts
}

/** Whether the key is a name among the properties of a schema. */
function isNamedLikeIt(ancestors: readonly unknown[]): boolean {
  const pair = ancestors.at(-2) as { readonly key?: Node } | undefined // `visit` gives pairs and collections
  return isMap(ancestors.at(-1)) && isScalar(pair?.key) && pair.key.value === 'properties'
}
