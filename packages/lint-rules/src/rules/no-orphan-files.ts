import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { explain } from '../message.ts'
import type { Rule } from '../redocly.ts'

/** The folders beside the root file that hold nothing but parts of the document. */
const folders = ['paths', 'components']

const filesBeside = (rootFile: string): string[] =>
  folders
    .map((folder) => path.join(path.dirname(rootFile), folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .sort()

/** Every file in `paths/` and `components/` is reached from the root by references. */
export const noOrphanFiles: Rule = () => {
  const reached = new Set<string>()
  return {
    ref(_node, _context, { location }) {
      if (location) reached.add(path.normalize(location.source.absoluteRef))
    },
    Root: {
      leave(_root, { location, report }) {
        const rootFile = location.source.absoluteRef
        for (const file of filesBeside(rootFile).filter((candidate) => !reached.has(candidate))) {
          const name = path.relative(path.dirname(rootFile), file)
          const wrong = `Nothing refers to the file ${name}`
          const expected = 'a reference to it, or that it is deleted'
          report({
            message: explain({ wrong, expected, right: `$ref: ${name}`, found: 'no reference' }),
            location,
          })
        }
      },
    },
  }
}
