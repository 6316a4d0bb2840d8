import { describe, expect, it } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { failuresOf, pagesWith, programsOf } from './page-code.ts'
import { useSandboxCommand } from './sandbox-command.ts'

const pages = await pagesWith(programsOf)
const guides = [
  'authentication',
  'client',
  'errors',
  'errors-and-retries',
  'quick-start',
  'testing',
  'tracing',
]

describe('after the quick start, with Node,', () => {
  const url = useSandboxCommand()

  it.each(pages)('every program of %s works as it stands', { timeout: 120_000 }, async (_file, programs) => {
    expect(await failuresOf(programs, url())).toEqual([])
  })

  it('a program is on the page of every operation, and in the guides', async () => {
    const operations = await readOperations()
    expect(pages.map(([file]) => file)).toEqual(
      expect.arrayContaining([
        ...guides.map((guide) => `${guide}.md`),
        ...operations.map(({ id }) => `reference/${id}.md`),
      ]),
    )
  })
})
