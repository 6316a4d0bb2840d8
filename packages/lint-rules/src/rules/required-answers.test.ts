import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

interface Shape {
  role: string
  statuses: string[]
  security?: string
  body?: boolean
  query?: boolean
  operationId?: string
}

const operation = ({ role, statuses, security = '[{ bearerAuth: [] }]', body, query, operationId }: Shape) =>
  [
    'post:',
    `  operationId: ${operationId ?? 'someOperation'}`,
    `  x-role: ${role}`,
    `  security: ${security}`,
    query ? '  parameters: [{ name: page, in: query, schema: { type: integer } }]' : '',
    body ? '  requestBody: { content: { application/json: { schema: { type: object } } } }' : '',
    '  responses:',
    ...statuses.map((status) => `    "${status}": { description: some }`),
  ].join('\n')

const lintShape = (shape: Shape, url?: string) =>
  lintWith('required-answers', documentWith(operation(shape), url), { limited: ['login'] })

const wrongs = async (shape: Shape, url?: string) =>
  (await lintShape(shape, url)).map(({ message }) => message.split('. Right')[0])

test.each<[string, Shape, string?]>([
  ['an open operation without input', { role: 'anonymous', security: '[]', statuses: ['200'] }],
  ['a user without input', { role: 'user', statuses: ['200', '401'] }],
  ['a body', { role: 'user', body: true, statuses: ['200', '400', '401', '413', '415', '422'] }],
  ['a query', { role: 'user', query: true, statuses: ['200', '400', '401', '422'] }],
  ['a super admin', { role: 'super-admin', statuses: ['200', '401', '403'] }],
  ['a workspace', { role: 'member', statuses: ['200', '401', '403', '404'] }, '/w/{workspace}/users/list'],
  ['a further cause of 400 and 404', { role: 'user', statuses: ['200', '400', '401', '404'] }],
])('%s: the answers that it owes are enough', async (_case, shape, url) => {
  expect(await wrongs(shape, url)).toEqual([])
})

test('each answer that is owed and lacking is named with its cause', async () => {
  expect(await wrongs({ role: 'super-admin', body: true, statuses: ['200'] })).toEqual([
    'someOperation lacks the answer 400. Expected: it, since its body can be malformed JSON',
    'someOperation lacks the answer 401. Expected: it, since it needs credentials',
    'someOperation lacks the answer 403. Expected: it, since it needs more than the role user',
    'someOperation lacks the answer 413. Expected: it, since its body can be too large',
    'someOperation lacks the answer 415. Expected: it, since its body can be something else than JSON',
    'someOperation lacks the answer 422. Expected: it, since its body can break the schema',
  ])
})

test('a workspace in the path owes 404', async () => {
  const [wrong] = await wrongs(
    { role: 'member', statuses: ['200', '401', '403'] },
    '/w/{workspace}/users/list',
  )
  expect(wrong).toContain('lacks the answer 404')
})

test('only the operations of the option `limited` answer 429', async () => {
  const open = { role: 'anonymous', security: '[]' }
  expect(await wrongs({ ...open, operationId: 'login', statuses: ['200', '429'] })).toEqual([])
  expect(await wrongs({ ...open, operationId: 'login', statuses: ['200'] })).toEqual([
    'login lacks the answer 429. Expected: it, since its failures are counted',
  ])
  expect(await wrongs({ ...open, statuses: ['200', '429'] })).toEqual([
    'someOperation cannot answer 429. Expected: only what it can answer itself',
  ])
})

test.each(['401', '403', '413', '415', '422', '405', '500', '503'])(
  'an open operation without input cannot answer %s',
  async (status) => {
    const shape = { role: 'anonymous', security: '[]', statuses: ['200', status] }
    expect(await wrongs(shape)).toEqual([expect.stringContaining(`someOperation cannot answer ${status}`)])
  },
)

test('the problem is at the responses', async () => {
  const [problem] = await lintShape({ role: 'user', statuses: ['200'] })
  expect(problem?.at).toBe('paths/operation.yaml#/post/responses')
})

test('two causes of one status are one problem', async () => {
  expect(
    await wrongs({ role: 'user', body: true, query: true, statuses: ['200', '401', '413', '415', '422'] }),
  ).toEqual([
    'someOperation lacks the answer 400. Expected: it, since its body can be malformed JSON and its query can be malformed percent-encoding',
  ])
})

test('of an unknown role nothing is known, and one of the option `aboveUser` owes 403', async () => {
  const shape = { role: 'auditor', statuses: ['200', '401'] }
  expect(await wrongs(shape)).toEqual([])
  expect(await wrongs({ ...shape, statuses: ['200', '401', '403'] })).toEqual([])
  const problems = await lintWith('required-answers', documentWith(operation(shape)), {
    aboveUser: ['auditor'],
  })
  expect(problems[0]?.message).toContain('lacks the answer 403')
})

test('the right example is what other operations answer', async () => {
  const others =
    'get: { security: [{ bearerAuth: [] }], responses: { "401": { $ref: ../components/responses/NotAuthenticated.yaml } } }\n'
  const files = documentWith(`${others}${operation({ role: 'user', statuses: ['200'] })}`)
  const [problem] = await lintWith('required-answers', {
    ...files,
    'components/responses/NotAuthenticated.yaml': 'description: not authenticated',
  })
  expect(problem?.message).toContain(
    'Right: `"401": { $ref: ../components/responses/NotAuthenticated.yaml }`',
  )
})
