import { createToken, invite, type Mistake, mistake, newToken, withPet } from './edits.ts'

const page = 'components/parameters/Page.yaml'
const reference = '$ref: ../components/schemas/NewToken.yaml'

/** What does not parse, leads nowhere or is of another version: told before any rule is asked. */
export const early: readonly Mistake[] = [
  mistake(
    'a space too many before a key',
    [createToken, '  description: |', '   description: |'],
    `spec/${createToken}:[description: |]:4 yaml: This line begins after 3 spaces, its neighbours after 2 spaces. Right: \`  description: |\``,
  ),
  mistake(
    'a tab for indentation',
    [createToken, '  x-role', '\tx-role'],
    `spec/${createToken}:[x-role: user]:2 yaml: A tab indents nothing in YAML`,
  ),
  mistake(
    'a key twice',
    [createToken, '  x-role: user', '  x-role: user\n  x-role: user'],
    `spec/${createToken}:[x-role: user]:3 yaml: The key \`x-role\` is given twice, first in line `,
  ),
  mistake(
    'a file that is not there',
    [createToken, reference, '$ref: ../components/schemas/NewTokn.yaml'],
    `spec/${createToken}:[$ref: ../components/schemas/NewTokn.yaml]:17 reference: There is no file \`../components/schemas/NewTokn.yaml\`. The nearest is another. Right: \`${reference}\``,
  ),
  mistake(
    'a file by a path of Windows',
    ['openapi.yaml', 'paths/users_tokens_create', 'paths\\users_tokens_create'],
    `spec/openapi.yaml:[$ref: paths\\users_tokens_create.yaml]:11 reference: There is no file \`paths\\users_tokens_create.yaml\`. The nearest is another. Right: \`$ref: ${createToken}\``,
  ),
  mistake(
    'a typo behind the # of a reference',
    [createToken, reference, `${reference}#/properties/lable`],
    `spec/${createToken}:[$ref: ../components/schemas/NewToken.yaml#/properties/lable]:17 reference: Nothing is called \`lable\` where \`../components/schemas/NewToken.yaml#/properties/lable\` leads. At \`#/properties\` there are label, expiration. Right: \`${reference}#/properties/label\``,
  ),
  {
    title: 'two files that refer to each other and end nowhere',
    make: async (document) => {
      await document.write('components/schemas/A.yaml', '$ref: ./B.yaml\n')
      await document.write('components/schemas/B.yaml', '$ref: ./A.yaml\n')
      await document.replace(createToken, reference, '$ref: ../components/schemas/A.yaml')
    },
    told: [
      'spec/components/schemas/A.yaml:[$ref: ./B.yaml]:7 reference: This circle of references ends nowhere: components/schemas/A.yaml → components/schemas/B.yaml → components/schemas/A.yaml.',
    ],
  },
  {
    title: 'an empty file',
    make: (document) => document.write(createToken, ''),
    told: [
      `spec/openapi.yaml:[$ref: paths/users_tokens_create.yaml]:11 reference: \`${createToken}\` leads to an empty file.`,
    ],
  },
  {
    title: 'a file under another name',
    make: async (document) => {
      await document.write('components/schemas/Newtoken.yaml', await document.read(newToken))
      await document.remove(newToken)
    },
    told: [
      `spec/${createToken}:[$ref: ../components/schemas/NewToken.yaml]:17 reference: There is no file \`../components/schemas/NewToken.yaml\`. The nearest is another. Right: \`$ref: ../components/schemas/Newtoken.yaml\``,
    ],
  },
  mistake(
    'a pattern that is none',
    ['components/schemas/Username.yaml', /pattern: .*/, 'pattern: "^[a-z"'],
    'spec/components/schemas/Username.yaml:[pattern: "^[a-z"]:10 pattern: This is no regular expression: Unterminated character class.',
  ),
  mistake(
    'another version of OpenAPI',
    ['openapi.yaml', 'openapi: 3.1.1', 'openapi: 3.2.0'],
    'spec/openapi.yaml:[openapi: 3.2.0]:10 openapi-version: The rules of this document are for OpenAPI 3.1.',
  ),
]

const examples = / {10}examples:\n {12}TokenOfUser:\n.*\n/

/** What breaks OpenAPI or a rule. */
export const late: readonly Mistake[] = [
  mistake(
    '`summery:`',
    [createToken, 'summary: Create', 'summery: Create'],
    `spec/${createToken}:[summery: Create token]:3 struct: OpenAPI has no member \`summery\` here. Did you mean \`summary\`? Right: \`summary: Create token\`.`,
  ),
  mistake(
    '`required: "yes"` on a parameter',
    [page, 'required: false', 'required: "yes"'],
    `spec/${page}:[required: "yes"]:11 struct: \`required\` is of the type string. Expected: a boolean. Right: \`required: true\`.`,
  ),
  mistake(
    '`required: true` in a schema',
    [newToken, 'required: []', 'required: true'],
    `spec/${newToken}:[required: true]:11 struct: \`required\` is of the type boolean. Expected: a list of the names that must be there. Right: \`required: [label, expiration]\`.`,
  ),
  mistake(
    'an example that breaks its schema',
    [createToken, 'label: ci', 'label: 7'],
    `spec/${createToken}:[label: 7]:22 no-invalid-media-type-examples: Example value must conform to the schema: \`label\` property type must be string,null.`,
  ),
  mistake(
    'no example of a member',
    [newToken, '    examples:\n      - ci\n', ''],
    `spec/${newToken}:[label:]:3 described-members: The member label lacks examples.`,
  ),
  mistake(
    'no example of a body',
    [createToken, examples, ''],
    `spec/${createToken}:[schema:]:11 named-examples: This body (text/plain) has no named example.`,
  ),
  mistake(
    'no description of an operation',
    [createToken, / {2}description: \|\n( {4}.*\n|\n)+/, ''],
    `spec/${createToken}:[operationId: createToken]:3 operation-keys: createToken lacks description.`,
  ),
  {
    title: 'a path file that openapi.yaml does not list',
    make: async (document) => {
      const text = await document.read('paths/users_tokens_list.yaml')
      await document.write('paths/users_tokens_count.yaml', text.replace('listTokens', 'countTokens'))
    },
    told: [
      'spec/paths/users_tokens_count.yaml:[get:]:1 no-orphan-files: Nothing refers to the file paths/users_tokens_count.yaml.',
    ],
  },
  mistake(
    'an operationId twice',
    [createToken, 'operationId: createToken', 'operationId: listTokens'],
    `spec/${createToken}:[operationId: listTokens]:16 unique-operation-id: Two operations are called listTokens: this one, and \`get\` of users_tokens_list.yaml.`,
  ),
  mistake(
    'an operationId that is renamed in its path file alone',
    [createToken, 'operationId: createToken', 'operationId: makeToken'],
    'spec/workflows/issue-use-and-revoke-a-token.arazzo.yaml:[operationId: createToken]:22 workflow-operation: The step issueToken calls createToken, which is no operation.',
  ),
  mistake(
    'a path parameter that is not declared',
    ['paths/users_tokens_delete_{token_prefix}.yaml', / {2}parameters:\n {4}- \$ref: .*\n/, ''],
    'spec/paths/users_tokens_delete_{token_prefix}.yaml:[operationId: deleteToken]:3 path-parameters: deleteToken does not declare the parameter token_prefix of its path',
  ),
  mistake(
    'a status removed that the sandbox returns',
    [createToken, / {4}"400":\n.*\n/, ''],
    `spec/${createToken}:["201":]:5 required-answers: createToken lacks the answer 400. Expected: it, since its body can be malformed JSON.`,
  ),
  mistake(
    'a security scheme that does not exist',
    [createToken, '- bearerAuth', '- beererAuth'],
    `spec/${createToken}:[- beererAuth: []]:7 security-defined: There is no security scheme \`beererAuth\`. Expected: bearerAuth or cookieAuth. Right: \`- bearerAuth: []\`.`,
  ),
  mistake(
    'a step of a workflow whose operation is gone',
    [invite, 'operationId: inviteUser', 'operationId: inviteUsr'],
    `spec/${invite}:[operationId: inviteUsr]:22 workflow-operation: The step invite calls inviteUsr, which is no operation.`,
  ),
  {
    title: 'a file with a letter that no component name may have',
    make: async (document) => {
      const text = await document.read('components/schemas/Username.yaml')
      await document.write('components/schemas/Größe.yaml', text)
      await document.replace(
        newToken,
        '    type: [string, "null"]\n    maxLength',
        '    $ref: ./Größe.yaml\n    maxLength',
      )
    },
    told: [
      `spec/${newToken}:[$ref: ./Größe.yaml]:5 component-file: The name Größe has characters that no component may have.`,
    ],
  },
  mistake(
    'an unknown format',
    [newToken, 'format: date-time', 'format: datetime'],
    `spec/${newToken}:[format: datetime]:13 known-format: The format datetime is unknown, so nothing checks it. Did you mean \`date-time\`?`,
  ),
  mistake(
    'a workflow whose document is not there',
    [invite, 'url: ../openapi.yaml', 'url: ../opanapi.yaml'],
    `spec/${invite}:[url: ../opanapi.yaml]:10 workflow-source: The source userApi is no file. Did you mean \`../openapi.yaml\`?`,
  ),
  mistake(
    'a misspelt parameter of a step',
    [invite, 'name: workspace, in: path', 'name: workspce, in: path'],
    `spec/${invite}:[- { name: workspce, in: path, value: $inputs.workspace }]:13 workflow-parameters:`,
  ),
  mistake(
    'a misspelt member of what a step sends',
    [
      invite,
      'payload: { email: $inputs.email, is_admin: false }',
      'payload: { emial: $inputs.email, is_admin: false }',
    ],
    `spec/${invite}:[payload: { emial: $inputs.email, is_admin: false }]:22 workflow-payload: The step invite sends emial, which the body of inviteUser does not have.`,
  ),
  mistake(
    'an output that no step has',
    [invite, '{$steps.logInAsAdmin.outputs.token}', '{$steps.logInAsAdmin.outputs.tokn}'],
    `spec/${invite}:[- { name: Authorization, in: header, value: "Bearer {$steps.logInAsAdmin.outputs.tokn}" }]:55 workflow-expression: The step logInAsAdmin has no output tokn. Did you mean \`token\`?`,
  ),
  mistake(
    'an unknown role',
    [createToken, 'x-role: user', 'x-role: usr'],
    `spec/${createToken}:[x-role: usr]:11 operation-role: This is no role.`,
  ),
  mistake(
    'an unknown method',
    [createToken, 'post:', 'pots:'],
    `spec/${createToken}:[pots:]:1 struct: OpenAPI has no member \`pots\` here.`,
  ),
  mistake(
    'an unknown place of a parameter',
    [page, 'in: query', 'in: qury'],
    `spec/${page}:[in: qury]:5 struct: \`qury\` is no value of \`in\`. Expected: query, header, path, cookie. Right: \`in: query\`.`,
  ),
  mistake(
    'an unknown type',
    [newToken, 'type: object', 'type: objekt'],
    `spec/${newToken}:[type: objekt]:7 struct: \`objekt\` is no value of \`type\`.`,
  ),
  mistake(
    'a limit in quotes',
    [newToken, 'maxLength: 50', 'maxLength: "50"'],
    `spec/${newToken}:[maxLength: "50"]:16 struct: \`maxLength\` is of the type string. Expected: an integer.`,
  ),
  mistake(
    'a limit below zero',
    [newToken, 'maxLength: 50', 'maxLength: -1'],
    `spec/${newToken}:[maxLength: -1]:16 struct: The value of the maxLength field must be greater than or equal to 0`,
  ),
  mistake(
    'a required member that there is not',
    [newToken, 'required: []', 'required: [lable]'],
    `spec/${newToken}:[required: [lable]]:12 no-required-schema-properties-undefined:`,
  ),
  mistake(
    'an unknown tag',
    [createToken, '    - user\n', '    - usr\n'],
    `spec/${createToken}:[- usr]:7 operation-tag-defined:`,
  ),
  mistake(
    'no operationId',
    [createToken, '  operationId: createToken\n', ''],
    `spec/${createToken}:[post:]:1 operation-keys: post /users/tokens/create lacks operationId.`,
  ),
  mistake(
    'a path without a slash',
    ['openapi.yaml', '/users/tokens/create:', 'users/tokens/create:'],
    'spec/openapi.yaml:[users/tokens/create:]:3 struct: A path begins with a slash. Expected: one. Right: `/users/tokens/create:`.',
  ),
  mistake(
    'a link to no operation',
    ['paths/users_tokens_list.yaml', 'operationId: deleteToken', 'operationId: deletToken'],
    'spec/paths/users_tokens_list.yaml:[operationId: deletToken]:24 link-target: The link leads to deletToken, which is no operation. Did you mean `deleteToken`?',
  ),
  mistake(
    'a status of four digits',
    [createToken, '"201":', '"2011":'],
    `spec/${createToken}:["2011":]:5 struct: \`2011\` is no status.`,
  ),
  mistake(
    'a word of OpenAPI 3.0',
    [newToken, 'type: [string, "null"]\n    maxLength', 'type: string\n    nullable: true\n    maxLength'],
    `spec/${newToken}:[nullable: true]:5 struct: OpenAPI 3.1 has no \`nullable\`.`,
  ),
  mistake(
    '`deprecated: true` alone',
    [createToken, '    - user\n', '    - user\n  deprecated: true\n  x-replaced-by: login\n'],
    `spec/${createToken}:[deprecated: true]:3 deprecation: A deprecated operation lacks x-deprecated-since.`,
  ),
  mistake(
    'a draft that is required',
    ['components/schemas/Login.yaml', '    type: string\n', '    type: string\n    x-draft: true\n'],
    'spec/components/schemas/Login.yaml:[- email]:5 draft: The draft email is required.',
  ),
  mistake(
    'a component that is a draft',
    [newToken, 'type: object\n', 'type: object\nx-draft: true\n'],
    `spec/${newToken}:[x-draft: true]:1 draft: A Schema cannot be a draft by itself.`,
  ),
  mistake(
    'a workflow that calls a draft',
    [createToken, '    - user\n', '    - user\n  x-draft: true\n'],
    'spec/workflows/issue-use-and-revoke-a-token.arazzo.yaml:[operationId: createToken]:22 workflow-operation: The step issueToken calls a draft.',
  ),
  {
    title: 'a discriminator that maps to nothing',
    make: (document) => withPet(document, 'Catt', 'Dog'),
    told: [
      `spec/${newToken}:[discriminator: { propertyName: kind, mapping: { cat: Catt, dog: Dog } }]:58 no-unresolved-refs:`,
    ],
  },
  mistake(
    'a list without a limit in a body',
    [
      newToken,
      'properties:\n',
      'properties:\n  scopes:\n    type: array\n    items: { type: string, maxLength: 50 }\n    description: What it may do.\n    examples:\n      - [read]\n',
    ],
    `spec/${newToken}:[type: array]:5 bounded-arrays: NewToken.scopes takes any number of items.`,
  ),
  mistake(
    'a required member that no example of a body has',
    [
      newToken,
      'required: []\nproperties:\n',
      'required: [scope]\nproperties:\n  scope:\n    type: string\n    enum: [read, write]\n    description: What it may do.\n    examples:\n      - read\n',
    ],
    `spec/${createToken}:[label: ci]:15 no-invalid-media-type-examples: Example value must conform to the schema: must have required property 'scope'.`,
    `spec/${createToken}:[value: {}]:20 no-invalid-media-type-examples:`,
    'spec/workflows/issue-use-and-revoke-a-token.arazzo.yaml:[payload: { label: $inputs.label, expiration: null }]:11 workflow-payload: The step issueToken does not send scope, which createToken requires.',
  ),
  mistake(
    'another path without another file',
    ['openapi.yaml', '  /users/tokens/create:', '  /users/tokens/new:'],
    'spec/openapi.yaml:[$ref: paths/users_tokens_create.yaml]:5 path-file-name: The path item /users/tokens/new is not in the file that its URL names.',
  ),
  {
    title: 'a file of mistakes to be ignored',
    make: async (document) => {
      await document.replace(createToken, 'summary: Create token', 'summary: create token')
      await document.write(
        '.redocly.lint-ignore.yaml',
        `${createToken}:\n  document/headings:\n    - '#/post/summary'\n`,
      )
    },
    told: [
      `spec/.redocly.lint-ignore.yaml:[paths/users_tokens_create.yaml:]:1 ignore-file: This file hides mistakes of the document.`,
    ],
  },
  mistake(
    'a replacement that is not there',
    [newToken, '    maxLength: 50', '    maxLength: 50\n    deprecated: true\n    x-replaced-by: expiratoin'],
    `spec/${newToken}:[x-replaced-by: expiratoin]:20 deprecation: expiratoin is no other member of the object. Did you mean \`expiration\`?`,
  ),
]
