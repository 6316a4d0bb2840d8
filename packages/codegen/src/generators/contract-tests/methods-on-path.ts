import type { DocumentModel, Operation } from '../../model/index.ts'

/** The methods that a path of the document has, in upper case: `GET`, `POST`. */
export function methodsOnPath({ operations }: DocumentModel, { path }: Operation): readonly string[] {
  return operations.filter((other) => other.path === path).map(({ method }) => method.toUpperCase())
}
