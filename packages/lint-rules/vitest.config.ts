import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'lint-rules',
    include: ['src/**/*.test.ts'],
    exclude,
    // The linter is large to load and keeps nothing between tests, so the files share one.
    isolate: false,
  },
})
