import { describe, expect, test } from 'vitest'
import { needsCredentials, readDocument } from './index.ts'

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer' },
  login: { type: 'oauth2', flows: {} },
  basic: { type: 'http', scheme: 'basic' },
  key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'From the settings.' },
  query: { type: 'apiKey', in: 'query', name: 'api_key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  certificate: { type: 'mutualTLS' },
  digest: { type: 'http', scheme: 'Digest' },
  token68: { type: 'http', scheme: 'Acme' },
}

function read(security: readonly object[] | undefined, ofDocument?: readonly object[]) {
  return readDocument({
    openapi: '3.1.1',
    info: { title: '', version: '1' },
    ...(ofDocument && { security: ofDocument }),
    paths: { '/a': { get: { ...(security && { security }), responses: { 204: { description: 'done' } } } } },
    components: { securitySchemes },
  })
}

/** The credentials that an operation has as parameters, and whether the client sends its token. */
function credentials(security: readonly object[] | undefined, ofDocument?: readonly object[]) {
  const { operations } = read(security, ofDocument)
  const [operation] = operations
  return {
    token: operation?.anonymous === false,
    keys: operation?.parameters.map(({ name, in: location }) => `${location} ${name}`),
  }
}

describe('an operation', () => {
  test('that takes a token is sent the one of the client', () => {
    expect(credentials([{ token: [] }])).toEqual({ token: true, keys: [] })
    expect(credentials([{ login: ['read'] }])).toEqual({ token: true, keys: [] })
  })

  test('that takes a token or a key has the key as a parameter, unless a browser sends it', () => {
    expect(credentials([{ query: [] }, { token: [] }])).toEqual({ token: true, keys: ['query api_key'] })
    expect(credentials([{ token: [] }, { cookie: [] }])).toEqual({ token: true, keys: [] })
  })

  test('that takes a key has it as a parameter, and is sent no token', () => {
    expect(credentials([{ key: [] }])).toEqual({ token: false, keys: ['header X-Key'] })
    expect(credentials([{ key: [] }, { query: [] }])).toEqual({
      token: false,
      keys: ['header X-Key', 'query api_key'],
    })
    expect(credentials([{ basic: [] }])).toEqual({ token: false, keys: ['header Authorization'] })
  })

  test('that takes both together has both', () => {
    expect(credentials([{ token: [], key: [] }])).toEqual({ token: true, keys: ['header X-Key'] })
  })

  test('that says nothing is sent what the caller gives', () => {
    expect(credentials(undefined)).toEqual({
      token: true,
      keys: ['header Authorization', 'header X-Key', 'query api_key'],
    })
    expect(credentials(undefined, [{ key: [] }])).toEqual({ token: false, keys: ['header X-Key'] })
  })

  test('that looks at no credentials is sent none, whatever the document says', () => {
    expect(credentials([], [{ token: [] }])).toEqual({ token: false, keys: [] })
  })

  test('that asks for a client certificate sends nothing for it', () => {
    expect(credentials([{ certificate: [] }])).toEqual({ token: false, keys: [] })
    expect(credentials([{ certificate: [], key: [] }])).toEqual({ token: false, keys: ['header X-Key'] })
    expect(credentials([{ certificate: [], token: [] }])).toEqual({ token: true, keys: [] })
    const [operation] = read([{ certificate: [], token: [] }, { certificate: [] }]).operations
    expect(operation && needsCredentials(operation)).toBe(false)
    expect(operation?.security).toEqual([['certificate', 'token'], ['certificate']])
  })

  test('that can be called without an answer to a challenge is called so', () => {
    expect(credentials([{ digest: [] }, { key: [] }])).toEqual({ token: false, keys: ['header X-Key'] })
    expect(credentials([{ digest: [] }, {}])).toEqual({ token: false, keys: [] })
  })

  test('that needs the answer to a challenge is refused', () => {
    const { operations, refusals } = read([{ digest: [], key: [] }])
    expect(operations).toEqual([])
    expect(refusals.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^#\/paths\/~1a\/get: it needs "digest" of the HTTP scheme "Digest".* Expected the scheme/,
      ),
    ])
  })

  test('that takes another scheme of HTTP is given its header', () => {
    expect(credentials([{ token68: [] }])).toEqual({ token: false, keys: ['header Authorization'] })
  })
})
