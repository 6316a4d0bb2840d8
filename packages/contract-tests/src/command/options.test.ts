import { afterEach, expect, test, vi } from 'vitest'
import { createCommand } from './options.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

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

test('reads them from the environment where the command line says nothing', () => {
  vi.stubEnv('WINDMILL_CONTRACT_BASE_URL', 'http://localhost:8000/api')
  vi.stubEnv('WINDMILL_CONTRACT_ADMIN_PASSWORD', 'from-environment')
  expect(parse('--base-url', 'http://elsewhere/api')).toMatchObject({
    baseUrl: 'http://elsewhere/api',
    adminPassword: 'from-environment',
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
  expect(parse()).toMatchObject({ concurrency: 4 })
  expect(() => parse('--concurrency', '0')).toThrow('Expected a whole number from 1, such as 4.')
})
