import { expect, test } from 'vitest'
import { type CommandOptions, readOptions } from './options.ts'

function read(...argv: string[]) {
  const written = { out: '', error: '' }
  const output = {
    write: (text: string) => {
      written.out += text
    },
    writeError: (text: string) => {
      written.error += text
    },
  }
  const options = attempt(() => readOptions(argv, '1.2.3', output))
  return { ...written, options }
}

/** What is wrong has been written by the time that it throws. */
function attempt(read: () => CommandOptions): CommandOptions | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

test('needs no option', () => {
  expect(read().options).toEqual({ port: 8000, host: 'localhost', seed: 'initial', checkResponses: false })
})

test('takes each option', () => {
  const argv =
    '--port 0 --host 0.0.0.0 --data dir --seed example --public-url https://a.example --check-responses'
  expect(read(...argv.split(' ')).options).toEqual({
    port: 0,
    host: '0.0.0.0',
    data: 'dir',
    seed: 'example',
    publicUrl: 'https://a.example',
    checkResponses: true,
  })
})

test.each([
  [['--port', 'http'], 'Expected a number from 0 to 65535, such as --port 8000.'],
  [['--port', '65536'], 'Expected a number from 0 to 65535'],
  [['--public-url', 'users.example.com'], 'such as --public-url https://users.example.com'],
  [['--public-url', 'https://users.example.com/api'], 'without a path'],
  [['--seed', 'big'], 'initial, example'],
  [['--prot', '1'], "unknown option '--prot'"],
  [['extra'], 'too many arguments'],
])('refuses %j with what is expected', (argv, expected) => {
  expect(read(...argv).error).toContain(expected)
})

test('shows examples in its help', () => {
  expect(read('--help').out).toContain('windmill-user-sandbox --seed example --port 3000')
})

test('knows its version', () => {
  expect(read('--version').out).toBe('1.2.3\n')
})
