import { DocumentError, type Operation, pointerTo } from '../../model/index.ts'

/** The path template as MSW writes it: `/w/:workspace/users/list`. */
export function pathPattern({ path, method }: Operation): string {
  const pattern = path.replaceAll(/\{([^}]+)\}/g, ':$1')
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
  const wrong =
    names.find((name) => !/^\w+$/.test(name)) ?? path.replaceAll(/\{[^}]+\}/g, '').match(/[:*?+()\\]/)?.[0]
  if (wrong === undefined) return pattern
  throw new DocumentError(
    pointerTo('paths', path, method),
    `"${wrong}" cannot stand in a path of MSW. Expected letters, digits and "_" in the names of path parameters, such as "/books/{book_id}", and none of : * ? + ( ) outside of them.`,
  )
}
