import type { Edit, Json } from './edit.ts'
import type { Judged, Level } from './judged.ts'

/** An edit of the document. */
export interface WireEdit extends Judged {
  readonly edits: readonly Edit[]
}

function judged(level: Level, name: string, why: string, ...edits: readonly Edit[]): WireEdit {
  return { level, name, why, edits }
}

const set = (at: string, value: Json): Edit => ({ at, value })
const remove = (at: string): Edit => ({ at })

const schemas = '/components/schemas'
const parameters = '/components/parameters'
const login = '/paths/~1auth~1login/post'
const createToken = '/paths/~1users~1tokens~1create/post'
const listTokens = '/paths/~1users~1tokens~1list/get'
const deleteToken = '/paths/~1users~1tokens~1delete~1{token_prefix}/delete'
const globalWhoami = '/paths/~1users~1whoami/get'
const listAll = '/paths/~1users~1list_as_super_admin/get'
const createGlobally = '/paths/~1users~1create/post'
const leave = '/paths/~1w~1{workspace}~1users~1leave_workspace/post'
const listUsers = '/paths/~1w~1{workspace}~1users~1list/get'

const ping: Json = {
  get: {
    operationId: 'ping',
    summary: 'Ping',
    description: 'Answers.',
    tags: ['user'],
    'x-role': 'anonymous',
    security: [],
    responses: { 200: { description: 'It is there.' } },
  },
}

const operations: readonly WireEdit[] = [
  judged('minor', 'operation added', 'callers gain a function, and lose none', set('/paths/~1ping', ping)),
  judged('major', 'operation removed', 'its callers get 404', remove('/paths/~1users~1logout')),
  judged(
    'major',
    'operation renamed',
    'the function of that name is gone',
    set(`${globalWhoami}/operationId`, 'whoAmI'),
  ),
  judged(
    'major',
    'method changed',
    'calls with the old method get 405',
    remove(leave),
    set('/paths/~1w~1{workspace}~1users~1leave_workspace/delete', {
      operationId: 'leaveWorkspace',
      summary: 'Leave',
      description: 'Leaves.',
      tags: ['user'],
      'x-role': 'member',
      responses: { 200: { description: 'Left.' } },
    }),
  ),
  judged(
    'minor',
    'operation deprecated',
    'it still works; callers are told in time',
    set(`${leave}/deprecated`, true),
  ),
  judged(
    'patch',
    'description edited',
    'only readers notice',
    set(`${globalWhoami}/description`, 'Returns the account.'),
  ),
  judged('patch', 'summary edited', 'only readers notice', set(`${globalWhoami}/summary`, 'Who am I')),
  judged(
    'patch',
    'tag changed',
    'it moves to another part of the docs',
    set(`${globalWhoami}/tags`, ['admin']),
  ),
  judged(
    'none',
    'members in another order',
    'no reader of JSON sees the order',
    remove(`${globalWhoami}/summary`),
    set(`${globalWhoami}/summary`, 'Get current global whoami (if logged in)'),
  ),
]

const requests: readonly WireEdit[] = [
  judged(
    'major',
    'required query parameter added',
    'calls without it are refused',
    set(`${listTokens}/parameters`, [
      { name: 'label', in: 'query', required: true, description: 'The label.', schema: { type: 'string' } },
    ]),
  ),
  judged(
    'minor',
    'optional query parameter added',
    'calls without it work as before',
    set(`${listTokens}/parameters`, [
      { name: 'label', in: 'query', required: false, description: 'The label.', schema: { type: 'string' } },
    ]),
  ),
  judged(
    'major',
    'query parameter removed',
    'calls with it lose what they asked for',
    remove(`${listAll}/parameters/1`),
  ),
  judged(
    'major',
    'query parameter renamed',
    'calls with the old name lose what they asked for',
    set(`${parameters}/PerPage/name`, 'limit'),
  ),
  judged(
    'major',
    'query parameter required',
    'calls without it are refused',
    set(`${parameters}/Page/required`, true),
  ),
  judged(
    'major',
    'maximum of a parameter lowered',
    'values that were valid are refused',
    set(`${parameters}/PerPage/schema/maximum`, 50),
  ),
  judged(
    'minor',
    'maximum of a parameter raised',
    'more values are valid',
    set(`${parameters}/PerPage/schema/maximum`, 200),
  ),
  judged(
    'major',
    'default of a parameter changed',
    'calls without it return something else',
    set(`${parameters}/PerPage/schema/default`, 10),
  ),
  judged(
    'major',
    'request property required',
    'bodies without it are refused',
    set(`${schemas}/NewToken/required`, ['label']),
  ),
  judged(
    'minor',
    'request property no longer required',
    'more bodies are valid',
    set(`${schemas}/NewUser/required`, ['email', 'username']),
  ),
  judged(
    'minor',
    'optional request property added',
    'bodies without it work as before',
    set(`${schemas}/NewToken/properties/scopes`, { type: 'array', items: { type: 'string' } }),
  ),
  judged(
    'major',
    'request property removed',
    'bodies with it lose their effect',
    remove(`${schemas}/NewToken/properties/label`),
  ),
  judged(
    'major',
    'type of a request property changed',
    'values that were valid are refused',
    set(`${schemas}/NewUser/properties/is_admin/type`, 'string'),
  ),
  judged(
    'major',
    'null no longer accepted',
    'bodies with null are refused',
    set(`${schemas}/EditWorkspaceUser/properties/is_admin/type`, 'boolean'),
  ),
  judged(
    'major',
    'longest text of a request shortened',
    'values that were valid are refused',
    set(`${schemas}/CreateUserGlobally/properties/password/maxLength`, 64),
  ),
  judged(
    'major',
    'pattern added to a request property',
    'values that were valid are refused',
    set(`${schemas}/CreateUserGlobally/properties/password/pattern`, '[0-9]'),
  ),
  judged(
    'major',
    'default of a request property changed',
    'bodies without it mean something else',
    set(`${schemas}/NewUser/properties/is_admin/default`, true),
  ),
  judged(
    'minor',
    'request body no longer required',
    'more calls are valid',
    set(`${createToken}/requestBody/required`, false),
  ),
]

const responses: readonly WireEdit[] = [
  judged(
    'minor',
    'response property added',
    'readers ignore what they do not know',
    set(`${schemas}/GlobalUserInfo/properties/locale`, { type: 'string' }),
  ),
  judged(
    'major',
    'response property removed',
    'readers of it get undefined',
    remove(`${schemas}/TruncatedToken/properties/label`),
    set(`${schemas}/TruncatedToken/required`, ['expiration', 'token_prefix', 'created_at', 'last_used_at']),
  ),
  judged(
    'major',
    'response property no longer promised',
    'readers of it may get undefined',
    set(`${schemas}/TruncatedToken/required`, ['label', 'expiration', 'token_prefix', 'created_at']),
  ),
  judged(
    'major',
    'type of a response property changed',
    'readers get another type',
    set(`${schemas}/TruncatedToken/properties/created_at`, { type: 'integer' }),
  ),
  judged(
    'major',
    'null in a response',
    'readers get null where they got a text',
    set(`${schemas}/TruncatedToken/properties/created_at/type`, ['string', 'null']),
  ),
  judged(
    'major',
    'status of the success changed',
    'callers that compare the status fail',
    set(`${listTokens}/responses/201`, { description: 'Tokens.' }),
    remove(`${listTokens}/responses/200`),
  ),
  judged(
    'minor',
    'error status added',
    'callers treat every 4xx as a failure',
    set(`${listTokens}/responses/403`, { $ref: '#/components/responses/NotAuthenticated' }),
  ),
  judged(
    'major',
    'kind of an error changed',
    'a failure that was told by its text is now told as JSON',
    set('/components/responses/InvalidLogin/content', {
      'application/json': { schema: { type: 'object', required: [], properties: {} } },
    }),
  ),
  judged(
    'major',
    'header removed',
    'readers of it get nothing',
    remove('/components/responses/TooManyAttempts/headers'),
  ),
  judged(
    'major',
    'limit of attempts removed from the document',
    'callers no longer learn when to try again',
    remove(`${login}/responses/429`),
  ),
  judged(
    'patch',
    'example changed',
    'samples and mocks show something else',
    set('/components/examples/BadRequestMalformedJson/summary', 'Half a body'),
  ),
]

const promises: readonly WireEdit[] = [
  judged(
    'major',
    'role narrowed',
    'callers without the role get 403',
    set(`${listUsers}/x-role`, 'workspace-admin'),
  ),
  judged('minor', 'role widened', 'more callers may call', set(`${createGlobally}/x-role`, 'user')),
  judged('major', 'no longer idempotent', 'a retry may write twice', remove(`${deleteToken}/x-idempotent`)),
  judged('minor', 'idempotent from now on', 'failed calls are retried', set(`${leave}/x-idempotent`, true)),
  judged('major', 'no longer secret', 'what was hidden gets into logs', remove(`${schemas}/Token/x-secret`)),
  judged(
    'patch',
    'secret from now on',
    'logs show less',
    set(`${schemas}/TruncatedToken/properties/token_prefix/x-secret`, true),
  ),
  judged(
    'major',
    'pages no longer declared',
    'generators no longer learn that the call has pages',
    remove(`${listAll}/x-pagination`),
  ),
  judged(
    'minor',
    'pages declared',
    'the call gains `items` and `pages`',
    set(`${listTokens}/parameters`, [
      { $ref: '#/components/parameters/Page' },
      { $ref: '#/components/parameters/PerPage' },
    ]),
    set(`${listTokens}/x-pagination`, { by: 'page', parameter: 'page', size: 'per_page', from: 1 }),
  ),
  judged(
    'major',
    'first page has another number',
    'loops begin in the wrong place',
    set(`${listAll}/x-pagination/from`, 0),
  ),
  judged(
    'major',
    'credentials required',
    'calls without credentials get 401',
    set(`${login}/security`, [{ bearerAuth: [] }]),
  ),
  judged(
    'major',
    'way of authentication removed',
    'browsers with a cookie get 401',
    set(`${globalWhoami}/security`, [{ bearerAuth: [] }]),
  ),
  judged('minor', 'open to everyone', 'more callers may call', set(`${globalWhoami}/security`, [])),
  judged(
    'major',
    'name of the cookie changed',
    'the old cookie is not looked at',
    set('/components/securitySchemes/cookieAuth/name', 'session'),
  ),
  judged(
    'minor',
    'server added',
    'callers that name none may choose',
    set('/servers/-', { url: 'https://api.example.com' }),
  ),
  judged(
    'major',
    'server replaced',
    'clients that name no base URL call another host',
    set('/servers/0/url', 'https://api.example.com'),
  ),
]

/** Edits of the document, and what each is to the callers of the API. */
export const wireEdits: readonly WireEdit[] = [...operations, ...requests, ...responses, ...promises]
