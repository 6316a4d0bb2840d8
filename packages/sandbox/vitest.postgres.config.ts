import { defineProject } from 'vitest/config'
import { exclude } from '../../vitest.shared.ts'
import onPglite from './vitest.config.ts'

/** The same tests on PostgreSQL, and those of what only PostgreSQL can do. */
export default defineProject({
  test: {
    ...onPglite.test,
    name: 'sandbox-postgres',
    exclude,
    globalSetup: ['test/postgres/global-setup.ts'],
  },
})
