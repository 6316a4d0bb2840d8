import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'react-query',
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/browser.ts'],
    testTimeout: 30_000,
  },
})
