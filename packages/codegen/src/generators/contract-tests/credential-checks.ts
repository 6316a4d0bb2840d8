import { type DocumentModel, needsCredentials, type Operation } from '../../model/index.ts'
import { literal, quoted } from '../../text/literal.ts'
import { type CheckText, checkText, tableText } from './check-text.ts'
import { expectSuccess, type Refusal, refusal, successes } from './responses.ts'
import { callerOf } from './roles.ts'
import { schemeExpression, schemesAlone } from './security.ts'

/** Callers without valid credentials learn nothing, and every scheme works alone. */
export function credentialChecks(model: DocumentModel, operation: Operation): string[] {
  const refused = needsCredentials(operation) ? refusal(operation, ['401']) : undefined
  if (!refused) return []
  const caller = callerOf(operation)
  const expectation = `expectResponse(exchange, ${refused.response})`
  const missing = checkText({
    rule: 'credentials-missing',
    title: `returns ${refused.status} for a call without credentials`,
    lines: [`const exchange = await calls.attempt('${caller}', { credentials: 'none' })`, expectation],
  })
  const schemes = schemesAlone(operation)
  if (schemes.length === 0) return [missing]
  return [
    missing,
    perScheme(operation, schemes, refused.status, expectation),
    elsewhere(model, operation, refused),
    ...besideEachOther(model, operation, refused),
  ]
}

/** Tokens that prove nothing. How one is ended differs by API: the suite knows. */
const bad = [
  { rule: 'credentials-unknown', token: 'unknown', what: 'a token that nobody was given' },
  { rule: 'credentials-malformed', token: 'malformed', what: 'a malformed token' },
  { rule: 'credentials-unknown', token: 'shortened', what: 'a token without its last character' },
  { rule: 'credentials-unknown', token: 'lengthened', what: 'a token with one character more' },
  { rule: 'credentials-unknown', token: 'other-case', what: 'a token in the other case' },
  { rule: 'credentials-unknown', token: 'prefix', what: 'the prefix of a token' },
  { rule: 'credentials-revoked', token: 'expired', what: 'a token that has expired' },
  {
    rule: 'credentials-revoked',
    token: 'password-changed',
    what: 'a session from before the password was changed',
  },
  { rule: 'credentials-revoked', token: 'account-deleted', what: 'a token of an account that was deleted' },
  { rule: 'credentials-revoked', token: 'logged-out', what: 'a token that was logged out' },
  { rule: 'credentials-revoked', token: 'deleted', what: 'a token that was deleted' },
] as const

/** Each scheme alone: a server may look at one and forget another. */
function perScheme(
  operation: Operation,
  schemes: readonly string[],
  status: string,
  expectation: string,
): string {
  const caller = callerOf(operation)
  const refusals = bad.map(
    ({ rule, token, what }): CheckText => ({
      rule,
      title: `returns ${status} for ${what}, by \${scheme}`,
      situation: quoted(what),
      lines:
        rule === 'credentials-revoked'
          ? [
              `const credentials = { by, token: '${token}' } as const`,
              `for (const exchange of await calls.attemptAfterEnd('${caller}', { credentials }))`,
              `  ${expectation}`,
            ]
          : [
              `const exchange = await calls.attempt('${caller}', { credentials: { by, token: '${token}' } })`,
              expectation,
            ],
    }),
  )
  const accepted: CheckText = {
    rule: 'credentials-accepted',
    title: `returns ${successes(operation)
      .map((response) => response.status)
      .join(' or ')} to valid credentials by \${scheme} alone`,
    situation: 'scheme',
    lines: [
      `const exchange = await calls.perform('${caller}', { credentials: { by, token: 'own' } })`,
      ...expectSuccess(operation),
    ],
  }
  const rows = schemes.map((scheme) => `      ['${scheme}', ${schemeExpression(scheme)}],`)
  const checks = [...refusals, accepted].map((check) => checkText(check, '      '))
  return [
    '    for (const [scheme, by] of [',
    ...rows,
    '    ] as const) {',
    checks.join('\n\n'),
    '    }',
  ].join('\n')
}

/** Places in which a token is not proof, unless the document makes one of them a scheme. */
const places: readonly (readonly [what: string, scheme: Carrier])[] = [
  ['the query parameter token', { kind: 'apiKey', in: 'query', parameter: 'token' }],
  ['the query parameter access_token', { kind: 'apiKey', in: 'query', parameter: 'access_token' }],
  ['the header X-API-Key', { kind: 'apiKey', in: 'header', parameter: 'X-API-Key' }],
  ['a cookie of another name', { kind: 'apiKey', in: 'cookie', parameter: 'session' }],
  ['a bare Authorization header', { kind: 'apiKey', in: 'header', parameter: 'Authorization' }],
  ['an Authorization header of the scheme Basic', { kind: 'basic' }],
  ...['Token', 'token', 'Digest', 'JWT'].map((scheme) => otherScheme(scheme)),
]

function otherScheme(scheme: string): readonly [what: string, scheme: Carrier] {
  const what = `an Authorization header of the scheme ${scheme}`
  return [what, { kind: 'apiKey', in: 'header', parameter: 'Authorization', prefix: `${scheme} ` }]
}

/** How a scheme carries its token. */
type Carrier =
  | { readonly kind: 'apiKey'; readonly in: string; readonly parameter: string; readonly prefix?: string }
  | { readonly kind: 'basic' }

/** A URL ends up in logs, and another header is sent by others: a token there must not count. */
function elsewhere({ securitySchemes }: DocumentModel, operation: Operation, refused: Refusal): string {
  const isScheme = (place: Carrier) =>
    securitySchemes.some((scheme) =>
      place.kind === 'basic'
        ? scheme.kind === 'basic'
        : scheme.kind === 'apiKey' && scheme.in === place.in && scheme.parameter === place.parameter,
    )
  return tableText({
    names: ['place', 'by'],
    rows: places
      .filter(([, place]) => !isScheme(place))
      .map(([what, place]) => [what, literal(place)] as const),
    check: {
      rule: 'credentials-order',
      title: `returns ${refused.status} for a token in \${place}`,
      situation: 'place',
      lines: [
        `const exchange = await calls.attempt('${callerOf(operation)}', { credentials: { by, token: 'own' } })`,
        `expectResponse(exchange, ${refused.response})`,
      ],
    },
  })
}

/** Where one scheme is wrong, another that is right does not make up for it: the header counts before the cookie. */
function besideEachOther(
  { securitySchemes }: DocumentModel,
  operation: Operation,
  refused: Refusal,
): string[] {
  const offered = securitySchemes.filter(({ name }) => schemesAlone(operation).includes(name))
  const header = offered.find(({ kind }) => kind === 'bearer')
  const cookie = offered.find((scheme) => scheme.kind === 'apiKey' && scheme.in === 'cookie')
  if (!header || !cookie) return []
  const [by, other] = [schemeExpression(header.name), schemeExpression(cookie.name)]
  const bad = ['unknown', 'malformed', 'empty'].map((token) =>
    checkText({
      rule: 'credentials-order',
      title: `returns ${refused.status} for ${withArticle(token)} token by ${header.name} beside a good one by ${cookie.name}`,
      situation: quoted(`${withArticle(token)} token by ${header.name} beside a good one by ${cookie.name}`),
      lines: [
        `const beside = { by: ${other}, token: 'own' } as const`,
        `const credentials = { by: ${by}, token: '${token}', beside } as const`,
        `const exchange = await calls.attempt('${callerOf(operation)}', { credentials })`,
        `expectResponse(exchange, ${refused.response})`,
      ],
    }),
  )
  const good = checkText({
    rule: 'credentials-order',
    title: `returns ${successes(operation)
      .map(({ status }) => status)
      .join(' or ')} to a good token by ${header.name} beside an unknown one by ${cookie.name}`,
    situation: quoted(`a good token by ${header.name} beside an unknown one by ${cookie.name}`),
    lines: [
      `const beside = { by: ${other}, token: 'unknown' } as const`,
      `const credentials = { by: ${by}, token: 'own', beside } as const`,
      `const exchange = await calls.perform('${callerOf(operation)}', { credentials })`,
      ...expectSuccess(operation),
    ],
  })
  return [...bad, good]
}

function withArticle(word: string): string {
  return /^[aeu]/.test(word) ? `an ${word}` : `a ${word}`
}
