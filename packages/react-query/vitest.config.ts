import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'react-query',
    include: ['{src,test,samples}/**/*.test.{ts,tsx}'],
    exclude,
    setupFiles: ['test/support/browser.ts'],
    testTimeout: 30_000,
  },
})
