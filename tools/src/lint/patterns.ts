import { isScalar, type Scalar } from 'yaml'
import { objectsIn } from './objects.ts'
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

function patternsIn(part: unknown): Scalar[] {
  return objectsIn(part).flatMap((schema) => {
    const node: unknown = schema.get('pattern', true)
    return isScalar(node) && typeof node.value === 'string' ? [node] : []
  })
}
