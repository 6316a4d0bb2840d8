import { configDefaults } from 'vitest/config'

/**
 * What every project excludes: files named `*.full.test.ts`, unless `pnpm test:full` runs. See
 * docs/decisions/0016-two-tiers.md.
 */
export const exclude: string[] = [
  ...configDefaults.exclude,
  ...(process.env['TEST_TIER'] === 'full' ? [] : ['**/*.full.test.{ts,tsx}']),
]
