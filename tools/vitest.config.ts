import { defineProject } from 'vitest/config'

export default defineProject({
  test: { name: 'tools', include: ['{src,gates}/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
})
