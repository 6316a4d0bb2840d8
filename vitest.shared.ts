import { configDefaults } from 'vitest/config'

/** Whether the tests of the full tier run. */
export const isFullTier: boolean = process.env['TEST_TIER'] === 'full'

/**
 * What every project excludes: files named `*.full.test.ts`, unless `pnpm test:full` runs. See
 * docs/decisions/0016-two-tiers.md.
 */
export const exclude: string[] = [
  ...configDefaults.exclude,
  ...(isFullTier ? [] : ['**/*.full.test.{ts,tsx}']),
]
