import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'contract-tests',
    include: ['{src,test}/**/*.test.ts'],
    exclude,
    setupFiles: ['test/setup.ts'],
    // The generated files of one worker share a sandbox and its accounts: starting one for each would take minutes.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
