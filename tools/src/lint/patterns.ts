import { isMap, isScalar, isSeq, type Scalar } from 'yaml'
import type { Problem } from './problem.ts'
import { placeOfNode, type SourceFile } from './source-file.ts'

/** Patterns of schemas that are none (ECMA-262, with Unicode): every example of such a schema would be told instead. */
export function brokenPatterns(file: SourceFile): readonly Problem[] {
  return patternsIn(file.document.contents).flatMap((node) => {
    const message = mistakeIn(String(node.value))
    return message
      ? [{ file: file.name, ...placeOfNode(file, node), rule: 'pattern', severity: 'error', message }]
      : []
  })
}

function mistakeIn(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '') : String(error)
    return `This is no regular expression: ${reason}. Expected: one of ECMA-262, as JSON Schema has them. Right: \`^[a-z0-9-]+$\`.`
  }
}

function patternsIn(node: unknown): Scalar[] {
  if (isSeq(node)) return node.items.flatMap(patternsIn)
  if (!isMap(node)) return []
  return node.items.flatMap(({ key, value }): Scalar[] =>
    isScalar(key) && key.value === 'pattern' && isScalar(value) && typeof value.value === 'string'
      ? [value]
      : patternsIn(value),
  )
}
