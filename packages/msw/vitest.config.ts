import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: { name: 'msw', include: ['{src,test,samples}/**/*.test.ts'], exclude },
})
