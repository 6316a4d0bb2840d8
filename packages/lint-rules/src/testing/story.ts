const document = [
  'openapi: 3.1.1',
  'info: { title: Small, version: 0.0.0 }',
  'paths:',
  '  /login: { $ref: paths/login.yaml }',
  '  /w/{workspace}/invites: { $ref: "paths/w_{workspace}_invites.yaml" }',
  'components:',
  '  securitySchemes: { cookieAuth: { type: apiKey, in: cookie, name: token } }',
].join('\n')

const login = [
  'post:',
  '  operationId: login',
  '  requestBody:',
  '    required: true',
  '    content: { application/json: { schema: { $ref: ../components/schemas/Login.yaml } } }',
  '  responses:',
  '    "200": { description: token, content: { text/plain: { schema: { type: string } } } }',
].join('\n')

const invites = [
  'parameters:',
  '  - { name: workspace, in: path, required: true, schema: { type: string, examples: [demo] } }',
  'get:',
  '  operationId: listInvites',
  '  parameters:',
  '    - { name: page, in: query, schema: { type: integer } }',
  '  responses:',
  '    "200":',
  '      description: all',
  '      content: { application/json: { schema: { type: array, items: { $ref: ../components/schemas/Invite.yaml } } } }',
  '    "404":',
  '      description: none',
  '      content: { application/json: { schema: { type: object, required: [], properties: { error: { type: string } } } } }',
].join('\n')

const files = {
  'openapi.yaml': document,
  'paths/login.yaml': login,
  'paths/w_{workspace}_invites.yaml': invites,
  'components/schemas/Login.yaml': [
    'type: object',
    'required: [email, password]',
    'properties:',
    '  email: { type: string, examples: [ada@example.com] }',
    '  password: { type: string }',
    '  device: { type: object, required: [name], properties: { name: { type: string } } }',
    '  tags: { type: object, additionalProperties: { type: string } }',
  ].join('\n'),
  'components/schemas/Invite.yaml': [
    'type: object',
    'required: [email]',
    'properties: { email: { type: string }, parent: { $ref: Invite.yaml } }',
  ].join('\n'),
}

/** A step that logs in, and is right; others can stand before or behind it. */
export const loginStep = [
  'stepId: logIn',
  'operationId: login',
  'requestBody: { contentType: application/json, payload: { email: $inputs.email, password: secret } }',
  'successCriteria: [{ condition: $statusCode == 200 }]',
  'outputs: { token: $response.body }',
]

/** A workflow in a file of its own, beside a document with the operations `login` and `listInvites`. */
export const storyWith = (steps: string[][], more: string[] = []): Record<string, string> => ({
  'workflows/story.arazzo.yaml': [
    'arazzo: 1.0.1',
    'info: { title: Story, version: 1.0.0 }',
    'sourceDescriptions: [{ name: userApi, type: openapi, url: ../openapi.yaml }]',
    'workflows:',
    '  - workflowId: story',
    '    inputs: { type: object, properties: { email: { type: string }, workspace: { type: string } } }',
    ...more.map((line) => `    ${line}`),
    '    steps:',
    ...steps.flatMap((lines) => lines.map((line, index) => `      ${index === 0 ? '- ' : '  '}${line}`)),
  ].join('\n'),
  ...files,
})
