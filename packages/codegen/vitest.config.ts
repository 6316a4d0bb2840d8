import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'codegen',
    include: ['{src,test}/**/*.test.ts'],
    exclude,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
