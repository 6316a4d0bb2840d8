import { describe, expect, test } from 'vitest'
import type { CommandOptions } from './command-options.ts'
import { readOptions } from './options.ts'

const read = (...argv: string[]) => readWith({}, ...argv)

function readWith(environment: Readonly<Record<string, string>>, ...argv: string[]) {
  const written = { out: '', error: '' }
  const surroundings = {
    environment,
    write: (text: string) => {
      written.out += text
    },
    writeError: (text: string) => {
      written.error += text
    },
  }
  const options = attempt(() => readOptions(argv, '1.2.3', surroundings))
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
  expect(read().options).toEqual({
    port: 8000,
    host: 'localhost',
    seed: 'example',
    watch: false,
    shareDatabase: false,
    memory: false,
    checkResponses: false,
    failSeed: 1,
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
    watch: false,
    shareDatabase: false,
    memory: false,
    checkResponses: true,
    failSeed: 1,
    quiet: true,
  })
})

test.each([
  [['--port', 'http'], 'Expected a number from 0 to 65535, such as --port 8000.'],
  [['--port', '65536'], 'Expected a number from 0 to 65535'],
  [['--public-url', 'users.example.com'], 'such as --public-url https://users.example.com'],
  [['--public-url', 'https://users.example.com/api'], 'without a path'],
  [['--seed', 'big'], 'Expected initial, example, or a file of YAML or JSON, such as --seed ./world.yaml.'],
  [['--latency', '200..50'], 'such as --latency 50..200'],
  [['--latency', 'slow'], 'such as --latency 50..200'],
  [['--fail', '2'], 'such as --fail 2%'],
  [['--fail', '101%'], 'such as --fail 2%'],
  [['--prot', '1'], "unknown option '--prot'"],
  [['extra'], 'too many arguments'],
])('refuses %j with what is expected', (argv, expected) => {
  expect(read(...argv).error).toContain(expected)
})

test('takes a file for a seed', () => {
  expect(read('--seed', 'world.yaml').options).toMatchObject({ seed: 'world.yaml' })
})

test('is slow and fails as it is told', () => {
  expect(read('--latency', '50..200', '--fail', '2.5%').options).toMatchObject({
    latency: [50, 200],
    fail: 0.025,
  })
  expect(read('--latency', '70').options).toMatchObject({ latency: [70, 70] })
})

test('switches the console on and off, and leaves it open', () => {
  expect(read('--console').options).toMatchObject({ console: true })
  expect(read('--no-console').options).toMatchObject({ console: false })
  expect(readWith({ SANDBOX_CONSOLE: 'false' }).options).toMatchObject({ console: false })
  expect(read().options).not.toHaveProperty('console')
})

test('watches a file, in memory', () => {
  expect(read('--seed', 'world.yaml', '--watch').options).toMatchObject({ watch: true })
  expect(read('--watch').error).toContain('expected a file to watch, such as --seed ./world.yaml --watch')
  expect(read('--seed', 'world.yaml', '--watch', '--data', 'here').error).toContain('use --memory')
})

test('shows examples in its help', () => {
  expect(read('--help').out).toContain('windmill-user-sandbox --seed initial --port 3000')
})

test('knows its version', () => {
  expect(read('--version').out).toBe('1.2.3\n')
})

describe('the environment', () => {
  test('says what no argument says', () => {
    const environment = {
      SANDBOX_PORT: '8001',
      SANDBOX_SEED: 'example',
      DATABASE_URL: 'postgres://localhost/sandbox',
    }
    expect(readWith(environment, '--port', '8002').options).toMatchObject({
      port: 8002,
      seed: 'example',
      databaseUrl: 'postgres://localhost/sandbox',
    })
  })

  test('is refused by its name where it is wrong', () => {
    const { error } = readWith({ SANDBOX_PORT: 'http' })
    expect(error).toMatch(/SANDBOX_PORT is "http"\. Expected a number from 0 to 65535/)
    expect(readWith({ SANDBOX_QUIET: 'perhaps' }).error).toContain('SANDBOX_QUIET is "perhaps"')
  })

  test('says nothing where it is empty, as compose files write it', () => {
    const environment = { DATABASE_URL: '', SANDBOX_DATABASE_URL: '', SANDBOX_PORT: '', SANDBOX_QUIET: '' }
    expect(readWith(environment).options).toEqual(read().options)
  })

  test.each([
    ['false', false],
    ['0', false],
    ['true', true],
  ])('switches by word: SANDBOX_QUIET=%s', (text, quiet) => {
    expect(readWith({ SANDBOX_QUIET: text }).options).toMatchObject({ quiet })
  })

  test('has a database URL of the sandbox, which goes before that of the application', () => {
    const [DATABASE_URL, SANDBOX_DATABASE_URL] = ['postgres://localhost/app', 'postgres://localhost/sandbox']
    expect(readWith({ DATABASE_URL, SANDBOX_DATABASE_URL }).options).toMatchObject({
      databaseUrl: SANDBOX_DATABASE_URL,
    })
  })

  test.each([
    ['SANDBOX_MEMORY', 'true', { memory: true, databaseUrl: undefined }],
    ['SANDBOX_DATA', 'here', { data: 'here', databaseUrl: undefined }],
  ])('of the sandbox goes before that of the application: %s=%s', (name, value, options) => {
    const environment = { DATABASE_URL: 'postgres://localhost/app', [name]: value }
    expect(readWith(environment).options).toMatchObject(options)
  })

  test.each([
    [['--data', 'here'], { data: 'here', databaseUrl: undefined }],
    [['--memory'], { memory: true, databaseUrl: undefined }],
  ])('gives way to what is asked for: %j', (argv, options) => {
    const environment = { DATABASE_URL: 'postgres://localhost/sandbox' }
    expect(readWith(environment, ...argv).options).toMatchObject(options)
  })

  test.each([
    'port',
    'host',
    'data',
    'database-url',
    'share-database',
    'memory',
    'seed',
    'watch',
    'console',
    'latency',
    'fail',
    'fail-seed',
    'oauth-clients',
    'public-url',
    'allow-host',
    'allow-origin',
    'check-responses',
    'quiet',
  ])('has a variable for --%s, which the help names', (name) => {
    expect(read('--help').out.replaceAll(/\s+/g, ' ')).toMatch(
      new RegExp(`--${name}[^-].*?\\(.*?env: [A-Z_]+(?: or [A-Z_]+)?\\)`),
    )
  })
})

test('takes origins one by one, and with commas', () => {
  const origins = ['http://localhost:5173', 'https://users.example.com']
  const arguments_ = origins.flatMap((origin) => ['--allow-origin', origin])
  expect(read(...arguments_).options).toMatchObject({ allowOrigin: origins })
  expect(readWith({ SANDBOX_ALLOW_ORIGIN: origins.join(', ') }).options).toMatchObject({
    allowOrigin: origins,
  })
  expect(read('--allow-origin', 'localhost:5173').error).toContain(
    'such as --allow-origin http://localhost:5173',
  )
})

test('takes hosts one by one, and with commas', () => {
  const hosts = ['sandbox', 'users.example.com']
  expect(read(...hosts.flatMap((host) => ['--allow-host', host])).options).toMatchObject({ allowHost: hosts })
  expect(readWith({ SANDBOX_ALLOW_HOST: hosts.join(', ') }).options).toMatchObject({ allowHost: hosts })
  expect(read('--allow-host', 'sandbox:8000').error).toContain('such as --allow-host users.example.com')
})

test('takes one database, not two', () => {
  const { error } = read('--data', 'here', '--database-url', 'postgres://localhost/sandbox')
  expect(error).toContain('expected either --data or --database-url, got both')
  expect(read('--data', 'here', '--memory').error).toContain('either --data or --memory')
})

test.each(['localhost', 'mysql://localhost/sandbox', ''])('takes no %j for a database', (url) => {
  expect(read('--database-url', url).error).toContain('postgres://user:password@localhost:5432/sandbox')
})
