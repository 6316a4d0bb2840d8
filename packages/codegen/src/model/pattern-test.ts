import { createContext, Script } from 'node:vm'
import type { RegExpEngine } from 'ajv/dist/types/index.js'

/** Milliseconds for one text. One that matches takes less than one, and one that a pattern like `^(a+)+$` just misses takes days. */
const longest = 1000

const given: { pattern?: RegExp; text?: string } = {}
const context = createContext(given)
const test = new Script('pattern.test(text)')

/** Patterns that took too long once. */
const endless = new Set<string>()

/** Tests texts by the patterns of a document, some of which never end. A text that takes too long is taken for one that does not match. */
export const patternEngine: RegExpEngine = Object.assign(
  (written: string, flags: string) => {
    const pattern = new RegExp(written, flags)
    return { test: (text: string) => !endless.has(written) && matches(written, pattern, text) }
  },
  // Only code that is written to a file has it.
  { code: 'new RegExp' },
)

function matches(written: string, pattern: RegExp, text: string): boolean {
  Object.assign(given, { pattern, text })
  try {
    return Boolean(test.runInContext(context, { timeout: longest }))
  } catch (error) {
    if (Object(error).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    endless.add(written)
    return false
  }
}
