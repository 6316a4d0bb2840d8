import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: { name: 'docs', include: ['{src,test}/**/*.test.{ts,tsx}'], exclude, testTimeout: 30_000 },
})
