import type { TestProject } from 'vitest/node'
import { startPostgres } from './server.ts'

/** One PostgreSQL for all files of a run: that of `DATABASE_URL`, else one that npm has brought. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['DATABASE_URL'] || undefined
  if (given !== undefined) {
    project.provide('postgres', given)
    return undefined
  }
  const { url, stop } = await startPostgres()
  project.provide('postgres', url)
  return stop
}
