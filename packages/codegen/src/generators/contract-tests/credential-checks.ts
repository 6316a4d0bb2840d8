import { needsCredentials, type Operation } from '../../model/index.ts'
import { expectSuccess, refusal, successes } from './answers.ts'
import { type CheckText, checkText } from './check-text.ts'
import { actorOf } from './roles.ts'
import { schemeExpression, schemesAlone } from './security.ts'

/** Who does not prove who he is learns nothing, and every scheme proves it alone. */
export function credentialChecks(operation: Operation): string[] {
  const refused = needsCredentials(operation) ? refusal(operation, ['401']) : undefined
  if (!refused) return []
  const actor = actorOf(operation)
  const expectation = `expectAnswer(exchange, ${refused.answer})`
  const missing = checkText({
    rule: 'credentials-missing',
    title: `answers ${refused.status} to a call without credentials`,
    lines: [`const exchange = await scene.attempt('${actor}', { credentials: 'none' })`, expectation],
  })
  const schemes = schemesAlone(operation)
  return schemes.length === 0
    ? [missing]
    : [missing, perScheme(operation, schemes, refused.status, expectation)]
}

/** Tokens that prove nothing. How one is ended differs by API: the suite knows. */
const bad = [
  { rule: 'credentials-unknown', token: 'unknown', what: 'a token that nobody was given' },
  { rule: 'credentials-malformed', token: 'malformed', what: 'a malformed token' },
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
  const actor = actorOf(operation)
  const refusals = bad.map(
    ({ rule, token, what }): CheckText => ({
      rule,
      title: `answers ${status} to ${what}, by \${scheme}`,
      lines: [
        `const exchange = await scene.attempt('${actor}', { credentials: { by, token: '${token}' } })`,
        expectation,
      ],
    }),
  )
  const accepted: CheckText = {
    rule: 'credentials-accepted',
    title: `answers ${successes(operation)
      .map((answer) => answer.status)
      .join(' or ')} to valid credentials by \${scheme} alone`,
    lines: [
      `const exchange = await scene.perform('${actor}', { credentials: { by, token: 'own' } })`,
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
