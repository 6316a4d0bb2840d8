import { expect, test } from 'vitest'
import { createCommand } from './options.ts'

function parse(...args: string[]) {
  const command = createCommand('1.2.3').configureOutput({ writeOut: () => {}, writeErr: () => {} })
  return command.parse(args, { from: 'user' }).opts()
}

test('reads the server and the account from the command line', () => {
  const options = parse(
    '--base-url',
    'http://localhost:8000/api',
    '--admin-email',
    'a@b.cd',
    '--admin-password',
    'x',
  )
  expect(options).toMatchObject({
    baseUrl: 'http://localhost:8000/api',
    adminEmail: 'a@b.cd',
    adminPassword: 'x',
  })
})

test('takes several operations', () => {
  expect(parse('--filter', 'whoami', '--filter', 'whois')['filter']).toEqual(['whoami', 'whois'])
})

test.each([['--timeout', 'soon'], ['--timeout', '0'], ['--no-such-option']])('refuses %s %s', (...args) => {
  expect(() => parse(...args)).toThrow()
})

test('takes rules by their names, and says which there are', () => {
  expect(parse('--rule', 'write-stored', '--rule', 'order')).toMatchObject({
    rule: ['write-stored', 'order'],
  })
  expect(() => parse('--rule', 'stored')).toThrow(/No rule is called "stored". Expected one of valid-call, /)
})

test('takes a count of operations to check at a time', () => {
  expect(parse()).toMatchObject({ concurrency: 8 })
  expect(() => parse('--concurrency', '0')).toThrow('Expected a whole number from 1, for example 4.')
})

test.each([
  ['junit=out/contract.xml', [{ kind: 'junit', file: 'out/contract.xml' }]],
  ['contract.html', [{ kind: 'html', file: 'contract.html' }]],
  [
    'a.sarif,har=b.json',
    [
      { kind: 'sarif', file: 'a.sarif' },
      { kind: 'har', file: 'b.json' },
    ],
  ],
])('takes the reports %s', (text, expected) => {
  expect(parse('--report', text)['report']).toEqual(expected)
})

test.each([
  ['--report', 'pdf=contract.pdf', /"pdf=contract\.pdf" is not a report\..*for example junit=contract\.xml/],
  ['--report', 'contract.txt', /Expected one of junit, sarif, har, json, html/],
  ['--shard', '4/3', /for example 1\/3/],
  ['--shard', '0/3', /for example 1\/3/],
  ['--seed', '-1', /for example 42/],
  ['--seed', '2147483648', /for example 42/],
  ['--profile', 'gentle', /Allowed choices are full, quick, read-only/],
])('says what %s takes instead of %s', (option, value, message) => {
  expect(() => parse(`${option}=${value}`)).toThrow(message)
})

test.each([
  [['--cleanup'], true],
  [['--cleanup', '3f6c1c1e'], '3f6c1c1e'],
  [[], undefined],
])('%j cleans up after %s', (args, expected) => {
  expect(parse(...args)['cleanup']).toBe(expected)
})

test('takes operations that the server has or lacks by their names, and says which there are', () => {
  expect(parse('--implements', 'login,whoami', '--except', 'loginWithOauth')).toMatchObject({
    implements: ['login', 'whoami'],
    except: ['loginWithOauth'],
  })
  expect(() => parse('--implements', 'whoiam')).toThrow(
    'No operation is called "whoiam". Did you mean "whoami"?',
  )
  expect(() => parse('--except', 'everything')).toThrow(/No operation is called .* Expected one of login, /)
})

test('neither prints everything nor changes the deviations unless it is told to', () => {
  expect(parse()).toMatchObject({ verbose: false, pruneDeviations: false })
  expect(parse('--verbose', '--prune-deviations')).toMatchObject({ verbose: true, pruneDeviations: true })
})
