import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['packages/*', 'packages/sandbox/vitest.postgres.config.ts', 'tools'],
    // one more than by default: many tests wait for what they have started
    maxWorkers: '100%',
  },
})
