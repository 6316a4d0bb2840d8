import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { projects: ['packages/*', 'packages/sandbox/vitest.postgres.config.ts', 'tools'] },
})
