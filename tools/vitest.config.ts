import { defineProject } from 'vitest/config'
import { exclude } from '../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'tools',
    include: ['{src,gates}/**/*.test.ts'],
    exclude,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
