import { beforeEach, describe, expect, test, vi } from 'vitest'
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

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', undefined)
  return () => vi.unstubAllEnvs()
})

test('needs no option', () => {
  expect(read().options).toEqual({
    port: 8000,
    host: 'localhost',
    seed: 'initial',
    checkResponses: false,
    quiet: false,
  })
})

test('takes each option', () => {
  const argv =
    '--port 0 --host 0.0.0.0 --data dir --seed example --oauth-clients oauth.yaml --public-url https://a.example --check-responses --quiet'
  expect(read(...argv.split(' ')).options).toEqual({
    port: 0,
    host: '0.0.0.0',
    data: 'dir',
    seed: 'example',
    oauthClients: 'oauth.yaml',
    publicUrl: 'https://a.example',
    checkResponses: true,
    quiet: true,
  })
})

test.each([
  [['--port', 'http'], 'Expected a number from 0 to 65535, such as --port 8000.'],
  [['--port', '65536'], 'Expected a number from 0 to 65535'],
  [['--public-url', 'users.example.com'], 'such as --public-url https://users.example.com'],
  [['--public-url', 'https://users.example.com/api'], 'without a path'],
  [['--seed', 'big'], 'Expected initial, example, or a file of YAML or JSON, such as --seed ./world.yaml.'],
  [['--prot', '1'], "unknown option '--prot'"],
  [['extra'], 'too many arguments'],
])('refuses %j with what is expected', (argv, expected) => {
  expect(read(...argv).error).toContain(expected)
})

test('takes a file for a seed', () => {
  expect(read('--seed', 'world.yaml').options).toMatchObject({ seed: 'world.yaml' })
})

test('shows examples in its help', () => {
  expect(read('--help').out).toContain('windmill-user-sandbox --seed example --port 3000')
})

test('knows its version', () => {
  expect(read('--version').out).toBe('1.2.3\n')
})

describe('the environment', () => {
  test('says what no argument says', () => {
    vi.stubEnv('SANDBOX_PORT', '8001')
    vi.stubEnv('SANDBOX_SEED', 'example')
    vi.stubEnv('DATABASE_URL', 'postgres://localhost/sandbox')
    expect(read('--port', '8002').options).toMatchObject({
      port: 8002,
      seed: 'example',
      databaseUrl: 'postgres://localhost/sandbox',
    })
  })

  test('is refused by its name where it is wrong', () => {
    vi.stubEnv('SANDBOX_PORT', 'http')
    expect(read().error).toMatch(/SANDBOX_PORT.*Expected a number from 0 to 65535/)
  })

  test('gives way to a directory that is asked for', () => {
    vi.stubEnv('DATABASE_URL', 'postgres://localhost/sandbox')
    expect(read('--data', 'here').options).toMatchObject({ data: 'here', databaseUrl: undefined })
  })

  test.each([
    'port',
    'host',
    'data',
    'database-url',
    'seed',
    'oauth-clients',
    'public-url',
    'allow-origin',
    'check-responses',
    'quiet',
  ])('has a variable for --%s, which the help names', (name) => {
    expect(read('--help').out.replaceAll(/\s+/g, ' ')).toMatch(
      new RegExp(`--${name}[^-].*?\\(.*?env: [A-Z_]+\\)`),
    )
  })
})

test('takes origins one by one, and with commas', () => {
  const origins = ['http://localhost:5173', 'https://users.example.com']
  const arguments_ = origins.flatMap((origin) => ['--allow-origin', origin])
  expect(read(...arguments_).options).toMatchObject({ allowOrigin: origins })
  vi.stubEnv('SANDBOX_ALLOW_ORIGIN', origins.join(', '))
  expect(read().options).toMatchObject({ allowOrigin: origins })
  expect(read('--allow-origin', 'localhost:5173').error).toContain(
    'such as --allow-origin http://localhost:5173',
  )
})

test('takes one database, not two', () => {
  const { error } = read('--data', 'here', '--database-url', 'postgres://localhost/sandbox')
  expect(error).toContain('expected either --data or --database-url, got both')
})

test.each(['localhost', 'mysql://localhost/sandbox', ''])('takes no %j for a database', (url) => {
  expect(read('--database-url', url).error).toContain('postgres://user:password@localhost:5432/sandbox')
})
