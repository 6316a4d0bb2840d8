import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'base-url',
    include: ['src/**/*.test.ts'],
    exclude,
  },
})
