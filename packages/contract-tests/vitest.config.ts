import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'contract-tests',
    include: ['{src,test}/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // The generated files of one worker share a sandbox and its accounts: starting one for each would take minutes.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
