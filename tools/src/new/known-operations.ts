import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/** The methods that `pnpm new` knows, as keys of a path item. */
export const methods: readonly string[] = ['get', 'post', 'put', 'patch', 'delete']

/** An operation of the document, as far as it is an example for another one. */
export interface Known {
  readonly file: string
  readonly method: string
  readonly node: {
    readonly operationId?: string
    readonly 'x-role'?: string
    readonly requestBody?: unknown
    readonly parameters?: readonly { readonly $ref?: string }[]
    readonly responses?: Readonly<Record<string, { readonly $ref?: string }>>
  }
}

/** The operations of a document. */
export function operationsIn(folder: string): readonly Known[] {
  return globSync('paths/*.yaml', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const item: Readonly<Record<string, Known['node']>> = parse(
        readFileSync(path.join(folder, file), 'utf8'),
      )
      return methods.flatMap((method) => {
        const node = item[method]
        return node ? [{ file: file.replaceAll('\\', '/'), method, node }] : []
      })
    })
}
