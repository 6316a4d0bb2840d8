import { removeDrafts } from '../drafts.ts'
import { recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/**
 * Takes drafts out of a bundle. The option `unless` names a variable of the environment that keeps them where it is set, for a preview
 * that nobody publishes.
 */
export const withoutDrafts: Rule = ({ unless }) => {
  if (process.env[String(unless)]) return {}
  return {
    Root: {
      leave(root) {
        removeDrafts(recordOf(root))
      },
    },
  }
}
