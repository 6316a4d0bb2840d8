import { CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { type CommandOptions, readOptions } from './options.ts'

function read(...argv: readonly string[]): CommandOptions {
  return readOptions(argv, '1.2.3', {
    environment: { WINDMILL_DOCS_HOST: '127.0.0.1' },
    write: () => undefined,
    writeError: () => undefined,
  })
}

test('listens on port 8000 unless told otherwise, and an argument goes before a variable', () => {
  expect(read()).toEqual({ port: 8000, host: '127.0.0.1' })
  expect(read('--port', '0', '--host', 'localhost')).toEqual({ port: 0, host: 'localhost' })
})

test('takes a base path with or without a slash at its end', () => {
  expect(read('--base-path', '/docs/v1/').basePath).toBe('/docs/v1')
  expect(read('--base-path', '/').basePath).toBe('')
})

test.each([
  ['--base-path', 'docs'],
  ['--base-path', '/docs/../v1'],
  ['--base-path', '/docs?page=1'],
  ['--public-url', 'docs.example.com'],
  ['--public-url', 'https://docs.example.com/v1'],
  ['--port', '70000'],
  ['--prot', '8000'],
  ['serve', 'now'],
])('refuses %s %s', (option, value) => {
  expect(() => read(option, value)).toThrow(CommanderError)
})
