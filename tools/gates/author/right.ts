import { createToken, invite, type Mistake, mistake, newToken, withPet } from './edits.ts'

/** What looks like a mistake, and is right. */
export const right: readonly Pick<Mistake, 'title' | 'make'>[] = [
  mistake('an operationId in quotes, with a comment', [
    invite,
    'operationId: inviteUser',
    'operationId: "inviteUser" # an admin',
  ]),
  mistake('an operationId by the name of its document', [
    invite,
    'operationId: inviteUser',
    'operationId: $sourceDescriptions.userApi.inviteUser',
  ]),
  mistake('another indentation', [createToken, '    - user\n', '      - user\n']),
  {
    title: 'a description in a file of its own',
    make: async (document) => {
      await document.write(
        'texts/createToken.md',
        `${'Makes a token that acts as the caller. '.repeat(3).trim()}\n`,
      )
      await document.replace(
        createToken,
        / {2}description: \|\n( {4}.*\n|\n)+/,
        '  description:\n    $ref: ../texts/createToken.md\n',
      )
    },
  },
  {
    title: 'a mapping of a discriminator by name',
    make: (document) => withPet(document, 'Cat', 'Dog'),
  },
  {
    title: 'a mapping of a discriminator by file',
    make: (document) => withPet(document, './Cat.yaml', './Dog.yaml'),
  },
  mistake('an optional member of a response', [
    'components/schemas/User.yaml',
    'properties:\n',
    'properties:\n  last_seen:\n    type: string\n    format: date-time\n    description: When the account last called.\n    examples:\n      - "2026-11-01T00:00:00Z"\n',
  ]),
  {
    title: 'a required member of a body, with its examples',
    make: async (document) => {
      await document.replace(
        newToken,
        'required: []\nproperties:\n',
        'required: [scope]\nproperties:\n  scope:\n    type: string\n    enum: [read, write]\n    description: What it may do.\n    examples:\n      - read\n',
      )
      await document.replace(
        createToken,
        'value:\n              label: ci',
        'value:\n              scope: read\n              label: ci',
      )
      await document.replace(createToken, 'value: {}', 'value:\n              scope: read')
      await document.replace(
        'workflows/issue-use-and-revoke-a-token.arazzo.yaml',
        'payload: { label',
        'payload: { scope: read, label',
      )
    },
  },
  {
    title: 'another path, with its file',
    make: async (document) => {
      await document.replace('openapi.yaml', '  /users/tokens/create:', '  /users/tokens/new:')
      await document.replace('openapi.yaml', createToken, 'paths/users_tokens_new.yaml')
      await document.write('paths/users_tokens_new.yaml', await document.read(createToken))
      await document.remove(createToken)
    },
  },
  {
    title: 'a parameter that filters a list',
    make: async (document) => {
      const list = 'paths/w_{workspace}_users_list.yaml'
      const workspace = '    - $ref: ../components/parameters/Workspace.yaml\n'
      const role =
        '    - name: role\n      in: query\n      description: Only members with this role.\n      example: admin\n      schema: { type: string, enum: [member, admin] }\n'
      await document.replace(list, workspace, workspace + role)
      const text = await document.read(list)
      await document.write(
        list,
        `${text.trimEnd()}\n    "422":\n      $ref: ../components/responses/QueryOutOfRange.yaml\n`,
      )
    },
  },
  {
    title: 'a byte order mark and the line ends of Windows',
    make: async (document) => {
      const text = await document.read(createToken)
      await document.write(createToken, `\uFEFF${text.replaceAll('\n', '\r\n')}`)
    },
  },
  mistake('a status without quotes', [createToken, '"201":', '201:']),
  mistake('a deprecated operation', [
    createToken,
    '    - user\n',
    '    - user\n  deprecated: true\n  x-deprecated-since: 2026-11-01\n  x-replaced-by: login\n',
  ]),
  mistake('a deprecated member', [
    newToken,
    '    maxLength: 50',
    '    maxLength: 50\n    deprecated: true\n    x-deprecated-reason: Nobody reads it.',
  ]),
  mistake('a draft operation', [
    'paths/w_{workspace}_users_list.yaml',
    '    - user\n',
    '    - user\n  x-draft: true\n',
  ]),
  mistake('a draft member', [newToken, '    maxLength: 50', '    maxLength: 50\n    x-draft: true']),
  mistake('`externalDocs`', [
    createToken,
    '    - user\n',
    '    - user\n  externalDocs:\n    url: https://example.com/tokens\n',
  ]),
  mistake('an extension of others', [createToken, '  x-role', '  x-codegen-hint: fast\n  x-role']),
  {
    title: 'a new tag',
    make: async (document) => {
      const tag = '  - name: token\n    description: Tokens of an account\n'
      await document.replace('openapi.yaml', 'tags:\n', `tags:\n${tag}`)
      await document.replace(createToken, '    - user\n', '    - token\n')
    },
  },
  {
    title: 'a new role',
    make: async (document) => {
      const roles = 'instance: [user, super-admin]'
      await document.replace('redocly.yaml', roles, 'instance: [user, auditor, super-admin]')
      await document.replace(createToken, 'x-role: user', 'x-role: auditor')
    },
  },
  {
    title: 'a new kind of component',
    make: async (document) => {
      const text = await document.read(createToken)
      const [body = ''] = /(?<= {2}requestBody:\n)(?: {4}.*\n)+/.exec(text) ?? []
      const component = body.replaceAll(/^ {4}/gm, '').replace('../components/schemas/', '../schemas/')
      await document.write('components/requestBodies/NewToken.yaml', component)
      await document.write(
        createToken,
        text.replace(body, '    $ref: ../components/requestBodies/NewToken.yaml\n'),
      )
    },
  },
]
