import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'lint-rules',
    include: ['src/**/*.test.ts'],
    // The linter is large to load and keeps nothing between tests, so the files share one.
    isolate: false,
  },
})
