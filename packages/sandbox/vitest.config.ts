import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'sandbox',
    include: ['{src,test}/**/*.test.ts'],
    exclude: [...exclude, 'test/on-postgres/**'],
    // Files of one worker share its PGlite engine, as the sandboxes of one process do: each has a schema of its own.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
