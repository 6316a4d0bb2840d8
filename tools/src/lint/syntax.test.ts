import { expect, test } from 'vitest'
import { readSourceFile } from './source-file.ts'
import { syntaxProblem } from './syntax.ts'

const right = `post:
  operationId: createToken
  summary: Create token
  description: |
    Makes a token.
  tags:
    - user
  x-role: user
  requestBody:
    required: true
    content: {}
`

/** What is said of the text after one change. */
function told(from: string, to: string): string | undefined {
  const problem = syntaxProblem(readSourceFile('paths/tokens.yaml', right.replace(from, to)))
  return problem && `${problem.line}:${problem.column} ${problem.message}`
}

test.each<[mistake: string, from: string, to: string, told: string]>([
  [
    'a space too many before a key',
    '  description: |',
    '   description: |',
    '4:4 This line begins after 3 spaces, its neighbours after 2 spaces. Right: `  description: |`.',
  ],
  [
    'a space too few before a key',
    '  x-role',
    ' x-role',
    '8:2 This line begins after 1 space, its neighbours after 2 spaces. Right: `  x-role: user`.',
  ],
  [
    'a key as deep as the list before it',
    '  requestBody:',
    '    requestBody:',
    '9:5 This line begins after 4 spaces, its neighbours after 2 spaces. Right: `  requestBody:`.',
  ],
  [
    'an item that is less deep than the one before',
    '  x-role: user',
    '  - admin',
    '8:3 This line begins after 2 spaces, its neighbours after 4 spaces. Right: `    - admin`.',
  ],
  ['a tab', '  x-role', '\tx-role', '8:2 A tab indents nothing in YAML. Right: `  x-role: user`.'],
  [
    'a key twice',
    '  x-role: user',
    '  x-role: user\n  summary: Another',
    '9:3 The key `summary` is given twice, first in line 3. Expected: once, because only one of them can count.',
  ],
  [
    'a colon in a text',
    'Create token',
    'Create: token',
    '3:12 A text with a colon and a space in it needs quotes. Right: `summary: "Create: token"`.',
  ],
  [
    'a text that begins with a sign of YAML',
    'Create token',
    '@token',
    '3:12 A text without quotes cannot begin with `@`. Right: `summary: "@token"`.',
  ],
  [
    'no space behind a colon',
    'summary: Create',
    'summary:Create',
    '3:3 A colon needs a space behind it. Right: `summary: Create token`.',
  ],
  ['no colon', 'x-role: user', 'x-role user', '8:3 A key needs a colon behind it. Right: `x-role: user`.'],
  [
    'a quote that never ends',
    'createToken',
    '"createToken',
    '2:16 The text that begins here has no closing quote.',
  ],
  ['an object that is not closed', 'content: {}', 'content: {', '12:1 Before this line a `{` has no `}`.'],
  [
    'a second document',
    '    content: {}\n',
    '---\n',
    '11:1 A second document begins here. Expected: one in each file, without `---`.',
  ],
])('%s is told once, in its line', (_, from, to, message) => {
  expect(told(from, to)).toBe(message)
})

test('the place is the same with the line ends of Windows, and with a byte order mark', () => {
  const text = `\uFEFF${right.replace('  x-role', ' x-role').replaceAll('\n', '\r\n')}`
  expect(syntaxProblem(readSourceFile('paths/tokens.yaml', text))).toMatchObject({ line: 8, column: 2 })
  expect(
    syntaxProblem(readSourceFile('paths/tokens.yaml', `\uFEFF${right.replaceAll('\n', '\r\n')}`)),
  ).toBeUndefined()
})

test('a text without a mistake has none', () => {
  expect(told('', '')).toBeUndefined()
})
