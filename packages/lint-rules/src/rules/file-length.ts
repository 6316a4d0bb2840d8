import path from 'node:path'
import { explain } from '../message.ts'
import type { Location, Rule } from '../redocly.ts'

const defaultLimit = 150

/** The list of paths in the root file: it grows with the document, and each path is a file of its own. */
const pathIndex = /^paths:[^\n]*(?:\n(?:[ #\r][^\n]*)?)*/m

/**
 * A file of the document has at most 150 lines, or as many as the option `limit` says. The list of paths in the root file
 * does not count.
 */
export const fileLength: Rule = (options) => {
  const limit = Number(options['limit'] ?? defaultLimit)
  const files = new Map<string, Location>()
  return {
    ref(_node, _context, { location }) {
      if (location) files.set(location.source.absoluteRef, location)
    },
    Root: {
      leave(_root, { location, report }) {
        for (const [file, place] of files.set(location.source.absoluteRef, location)) {
          const { body } = place.source
          const counted = file === location.source.absoluteRef ? body.replace(pathIndex, '') : body
          const lines = counted.trimEnd().split('\n').length
          if (lines <= limit) continue
          const wrong = `${path.basename(file)} is too long to be read at once`
          const right = 'a part of it in a component of its own'
          report({
            message: explain({ wrong, expected: `at most ${limit} lines`, right, found: `${lines}` }),
            location: place.child([]),
          })
        }
      },
    },
  }
}
