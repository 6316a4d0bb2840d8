import { expect, test } from 'vitest'
import { withoutOwnExamples } from './own-examples.ts'

test('leaves out an example that calls an operation of this API, and what belongs to it', () => {
  const text = [
    '/**',
    ' * Makes a client.',
    ' *',
    ' * @example',
    " * const client = createClient({ baseUrl: 'https://api.example.com' })",
    ' *',
    ' * @example',
    ' * const me = await globalWhoami(client)',
    ' *',
    ' * console.log(me)',
    ' *',
    ' * @packageDocumentation',
    ' */',
  ]
  expect(withoutOwnExamples(text.join('\n')).split('\n')).toEqual([...text.slice(0, 5), ...text.slice(10)])
})

test('leaves out one at the end of a comment, and changes no code', () => {
  const text =
    '  /**\n   * Calls.\n   *\n   * @example\n   * useListUsers(input)\n   */\n  listUsers(input)\n'
  expect(withoutOwnExamples(text)).toBe('  /**\n   * Calls.\n   */\n  listUsers(input)\n')
})
