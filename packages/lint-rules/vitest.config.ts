import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'lint-rules',
    include: ['src/**/*.test.ts'],
    // Each test runs Redocly's command as a process of its own.
    testTimeout: 30_000,
  },
})
