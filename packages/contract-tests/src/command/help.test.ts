import { expect, test } from 'vitest'
import { createCommand } from './options.ts'

/** The help as a terminal of this width gets it. */
function helpAt(width: number): readonly string[] {
  let text = ''
  const command = createCommand('1.2.3').configureOutput({
    getOutHelpWidth: () => width,
    writeOut: (part) => {
      text += part
    },
  })
  command.outputHelp()
  return text.split('\n')
}

/** Commands are copied, and stay in one line. */
function isCommand(line: string): boolean {
  return /^ {2}(?:windmill-user-contract|export|#) /.test(line)
}

test.each([40, 80, 100])('its sentences fit %i columns', (width) => {
  const wide = helpAt(width).filter((line) => line.length > width && !isCommand(line))
  expect(wide).toEqual([])
})

test('a narrow terminal has each description below its option', () => {
  const lines = helpAt(40)
  expect(lines[lines.indexOf('  --base-url <url>') + 1]).toBe('      the base URL of the API')
})
