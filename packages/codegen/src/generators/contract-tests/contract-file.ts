import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { anyCallChecks } from './any-call-checks.ts'
import { bodyChecks } from './body-checks.ts'
import { credentialChecks } from './credential-checks.ts'
import { methodChecks } from './method-checks.ts'
import { orderChecks } from './order-checks.ts'
import { pathChecks } from './path-checks.ts'
import { promptChecks } from './prompt-checks.ts'
import { queryChecks } from './query-checks.ts'
import { responsesText } from './responses.ts'
import { roleChecks } from './role-checks.ts'
import { callerOf } from './roles.ts'
import { defaultScheme } from './security.ts'
import { validCallChecks } from './valid-call-checks.ts'

/** Names that a contract can need from the suite, each imported where it is used. */
const checkNames = [
  'contractOf',
  'documented',
  'expectAlike',
  'expectAsPrepared',
  'expectMethodNotAllowed',
  'expectNoBody',
  'expectNoSecrets',
  'expectOptions',
  'expectPrompt',
  'expectResponse',
  'expectUnknownPath',
  'instead',
  'largestBody',
  'namesNothing',
  'paddedTo',
  'refusesAnyBody',
  'refusesAnyQuery',
  'replacing',
  'takesAnyBody',
  'takesAnyQuery',
  'takesLimits',
  'without',
] as const

/** What is held of one operation. */
export function contractFile(model: DocumentModel, operation: Operation): string {
  const checks = checksOf(model, operation).join('\n\n')
  const responses = /\bresponses[.[]/.test(checks) ? `${responsesText(operation)}\n\n` : ''
  const text = `${responses}/** \`${operation.method.toUpperCase()} ${operation.path}\`${operation.role === undefined ? '' : `, role \`${operation.role}\``} */
export const ${operation.id} = contractOf(
  {
    operation: operations.${operation.id},
    caller: '${callerOf(operation)}',
    scheme: ${defaultScheme(operation)},
    setup: setups.${operation.id},
  },
  (check) => {
${checks}
  },
)
`
  return `${generatedBy('contract-tests')}\n${importsOf(text)}\n\n${text}`
}

function checksOf(model: DocumentModel, operation: Operation): string[] {
  return [
    ...validCallChecks(model, operation),
    ...credentialChecks(model, operation),
    ...roleChecks(operation),
    ...bodyChecks(model, operation),
    ...queryChecks(model, operation),
    ...orderChecks(operation),
    ...pathChecks(operation),
    ...methodChecks(model, operation),
    ...anyCallChecks(model, operation),
    ...promptChecks(operation),
  ]
}

function importsOf(text: string): string {
  const used = checkNames.filter((name) => new RegExp(`\\b${name}(?:[()]| [+])`).test(text))
  return [
    `import {\n${used.map((name) => `  ${name},\n`).join('')}} from '../checks/index.ts'`,
    `import { setups } from '../setup/index.ts'`,
    `import { operations } from './operations.ts'`,
    ...(/\bschemas\b/.test(text) ? [`import { schemas } from './schemas.ts'`] : []),
    ...(text.includes('securitySchemes') ? [`import { securitySchemes } from './security-schemes.ts'`] : []),
  ].join('\n')
}
