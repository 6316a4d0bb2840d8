import { defineProject } from 'vitest/config'
import onPglite from './vitest.config.ts'

/** The same tests on PostgreSQL. */
export default defineProject({
  test: {
    ...onPglite.test,
    name: 'sandbox-postgres',
    globalSetup: ['test/postgres/global-setup.ts'],
  },
})
