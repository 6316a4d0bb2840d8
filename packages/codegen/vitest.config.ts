import { defineProject } from 'vitest/config'

export default defineProject({
  test: { name: 'codegen', include: ['{src,test}/**/*.test.ts'], testTimeout: 60_000 },
})
