import { defineProject } from 'vitest/config'
import { exclude, isFullTier } from '../../vitest.shared.ts'
import onPglite from './vitest.config.ts'

/** What reaches SQL, connections or what is stored: there PostgreSQL can differ from PGlite. */
const reachesDatabase = [
  'src/{database,operations,seed,store}/**/*.test.ts',
  'src/create-sandbox.test.ts',
  'test/{concurrency,database-failures,differential,kill,pages,times}.test.ts',
  'test/on-postgres/**/*.test.ts',
]

/** The same tests on PostgreSQL, and those of what only PostgreSQL can do. The full tier runs all of them. */
export default defineProject({
  test: {
    ...onPglite.test,
    name: 'sandbox-postgres',
    ...(!isFullTier && { include: reachesDatabase }),
    exclude,
    globalSetup: ['test/postgres/global-setup.ts'],
  },
})
