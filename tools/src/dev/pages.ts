import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { repository } from '../repository.ts'

/** The pages of the site that show what is in these files: of a path, those of its operations; of a guide, its own. */
export function pagesOf(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const [, guide] = /^packages\/docs\/src\/guides\/(.+)\.md$/.exec(file) ?? []
    if (guide) return guide === 'index' ? [''] : [`${guide}/`]
    return file.startsWith('spec/paths/') ? operationsOf(file).map((id) => `reference/${id}/`) : []
  })
}

function operationsOf(file: string): string[] {
  try {
    const item: unknown = parse(readFileSync(path.join(repository, file), 'utf8'))
    return Object.values(Object(item)).flatMap((operation) => {
      const { operationId, 'x-internal': isInternal } = Object(operation)
      return typeof operationId === 'string' && !isInternal ? [operationId] : []
    })
  } catch {
    // it was removed
    return []
  }
}
