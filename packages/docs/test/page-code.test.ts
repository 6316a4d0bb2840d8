import { describe, expect, it } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { commandsOf, failuresOf, pagesWith } from './page-code.ts'
import { useSandboxCommand } from './sandbox-command.ts'

const pages = await pagesWith(commandsOf)

describe('after the quick start, in a shell,', () => {
  const url = useSandboxCommand()

  it.each(pages)('every call by curl of %s works as it stands', async (_file, commands) => {
    expect(await failuresOf(commands, url())).toEqual([])
  })

  it('a call by curl is on the page of every operation', async () => {
    const operations = await readOperations()
    expect(pages.map(([file]) => file)).toEqual(
      expect.arrayContaining(['quick-start.md', ...operations.map(({ id }) => `reference/${id}.md`)]),
    )
  })
})
