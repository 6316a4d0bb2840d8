import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'

export default defineProject({
  test: {
    name: 'command-line',
    include: ['src/**/*.test.ts'],
    exclude,
  },
})
