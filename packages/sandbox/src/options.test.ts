import { describe, expect, test } from 'vitest'
import { createSandbox } from './index.ts'
import { sandboxHandlers } from './msw.ts'
import { createSandbox as createNodeSandbox } from './node.ts'

/** As plain JavaScript calls them. */
type Any = (...given: readonly unknown[]) => Promise<unknown>

describe.each([
  ['@windmill-user-api/sandbox', createSandbox as Any],
  ['@windmill-user-api/sandbox/node', createNodeSandbox as Any],
])('createSandbox of %s refuses', (_, create) => {
  test.each([
    [{ sead: {} }, 'createSandbox has no option sead. Did you mean seed?'],
    [{ xyz: 1 }, 'createSandbox has no option xyz. Expected one of seed, data, clock, '],
    [{ toString: 1 }, 'createSandbox has no option toString.'],
    ['x', 'createSandbox expects an object of options, such as { seed: … }. It got "x".'],
    [null, 'It got null.'],
    [[], 'It got a list.'],
    [
      { clock: new Date() },
      'the option clock must be a function, such as () => new Date(). It is of the type Date.',
    ],
    [{ random: 4 }, 'the option random must be a function'],
    [{ data: '' }, 'the option data must be a text, such as \'./sandbox-data\'. It is "".'],
    [
      { publicUrl: 'localhost:8000' },
      'must be an http or https URL, such as \'https://users.example.com\'. It is "localhost:8000".',
    ],
    [
      { allowOrigins: 'http://localhost:5173' },
      "the option allowOrigins must be a list of texts, such as ['http://localhost:5173'].",
    ],
    [
      { basePath: 'api' },
      'must be a path with a slash at its start and none at its end, such as \'/api\'. It is "api".',
    ],
    [{ basePath: '/' }, 'It is "/".'],
    [{ console: 'yes' }, 'the option console must be true or false. It is "yes".'],
    [{ log: true }, 'the option log must be a function, such as (entry) => console.log(entry). It is true.'],
    [{ disturb: { failure: 0.5 } }, 'disturb has no option failure. Did you mean failures?'],
    [
      { disturb: { latency: 5 } },
      'the option latency must be two numbers of milliseconds, such as [50, 200]. It is 5.',
    ],
    [{ disturb: 'slow' }, 'disturb expects an object of options'],
  ])('%j', async (options, message) => {
    const sandbox = create(options)
    await expect(sandbox).rejects.toThrow(message)
    await expect(sandbox).rejects.toThrow(TypeError)
  })
})

test('options of PostgreSQL are those of Node alone, and none is shown', async () => {
  const databaseUrl = 'postgres://ada:secret@localhost/sandbox'
  await expect((createSandbox as Any)({ databaseUrl })).rejects.toThrow('has no option databaseUrl.')
  await expect((createNodeSandbox as Any)({ databaseUrl: [databaseUrl] })).rejects.toThrow('It is a list.')
  await expect((createNodeSandbox as Any)({ shareDatabase: databaseUrl })).rejects.not.toThrow('secret')
})

describe('sandboxHandlers refuses', () => {
  const sandbox = { fetch: async () => new Response() }
  const handlers = sandboxHandlers as (...given: readonly unknown[]) => unknown

  test.each([
    [
      { baseURL: 'http://localhost:8000/api' },
      'sandboxHandlers has no option baseURL. Did you mean baseUrl?',
    ],
    [{ baseUrl: '/api' }, 'must be a URL, such as \'http://localhost:8000/api\'. It is "/api".'],
    ['http://localhost:8000/api', 'sandboxHandlers expects an object of options, such as { baseUrl: … }.'],
  ])('%j', (options, message) => {
    expect(() => handlers(sandbox, options)).toThrow(message)
  })

  test('what is no sandbox', () => {
    expect(() => handlers(Promise.resolve(sandbox))).toThrow('sandboxHandlers expects a sandbox')
  })
})
