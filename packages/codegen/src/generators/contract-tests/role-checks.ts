import type { Operation } from '../../model/index.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { checkText } from './check-text.ts'
import { expectSuccess, refusal, successes } from './responses.ts'
import { callerOf, type Role, roleOf, superAdmin } from './roles.ts'

/** Every role gets what `x-role` says. A role that the extension does not know says nothing. */
export function roleChecks(operation: Operation): string[] {
  const role = roleOf(operation)
  if (!role) return unknownNames(operation, false)
  return [
    ...refusals(operation, role),
    ...allowances(operation, role),
    ...(role.inWorkspace ? unknownWorkspace(operation, role) : []),
    ...unknownNames(operation, role.inWorkspace),
  ]
}

function refusals(operation: Operation, { refused }: Role): string[] {
  const response = refusal(operation, ['403'])
  if (!response) return []
  const expectation = `expectResponse(exchange, ${response.response})`
  return refused.map(({ caller, who, hasLost }) =>
    checkText({
      rule: 'role-refused',
      title: `returns ${response.status} for ${who}`,
      situation: quoted(who),
      lines: hasLost
        ? [`for (const exchange of await calls.attemptAfterEnd('${caller}')) ${expectation}`]
        : [`const exchange = await calls.attempt('${caller}')`, expectation],
    }),
  )
}

function allowances(operation: Operation, { allowed }: Role): string[] {
  const statuses = successes(operation).map(({ status }) => status)
  return allowed.map(({ caller, who }) =>
    checkText({
      rule: 'role-allowed',
      title: `returns ${statuses.join(' or ')} for ${who}`,
      situation: quoted(who),
      lines: [
        `const exchange = await calls.perform('${caller}')`,
        ...expectSuccess(operation),
        'expectAsPrepared(exchange)',
      ],
    }),
  )
}

/** A workspace that does not exist looks to a stranger like a workspace of somebody else; a super admin gets 404. */
function unknownWorkspace(operation: Operation, { caller }: Role): string[] {
  const askers = [
    { caller, who: 'anybody but a super admin', response: refusal(operation, ['403']) },
    { caller: superAdmin.caller, who: superAdmin.who, response: refusal(operation, ['404']) },
  ]
  return [
    ...askers.flatMap(({ caller: asker, who, response }) => {
      if (!response) return []
      const title = `returns ${response.status} for ${who} in a workspace that does not exist`
      return [
        checkText({
          rule: 'workspace-unknown',
          title,
          situation: quoted(who),
          lines: attemptOn('workspace', asker, response.response),
        }),
      ]
    }),
    strangersLearnNothing(),
  ]
}

function strangersLearnNothing(): string {
  return checkText({
    rule: 'workspace-unknown',
    title: 'returns the same to a stranger whether a workspace exists or not',
    lines: [
      "const known = await calls.attempt('user')",
      "const unknown = await calls.attempt('user', { path: { workspace: 'no-such-workspace' } })",
      'expectAlike(known, unknown)',
    ],
  })
}

/** A path value that names nothing is 404 where the document says that the operation can return that. */
function unknownNames(operation: Operation, inWorkspace: boolean): string[] {
  const response = refusal(operation, ['404'])
  const isExact = operation.responses.some(({ status }) => status === '404')
  if (!response || !isExact) return []
  return operation.parameters
    .filter((parameter) => parameter.in === 'path' && parameter.schema.type === 'string')
    .filter(({ name }) => !(inWorkspace && name === 'workspace'))
    .map(({ name }) =>
      checkText({
        rule: 'path-unknown',
        title: `returns ${response.status} when {${name}} does not exist`,
        situation: quoted(`{${name}}`),
        lines: attemptOn(name, callerOf(operation), response.response),
      }),
    )
}

function attemptOn(parameter: string, caller: string, response: string): string[] {
  const path = `{ ${memberName(parameter)}: 'no-such-${parameter.replaceAll('_', '-')}' }`
  return [
    `const exchange = await calls.attempt('${caller}', { path: ${path} })`,
    `expectResponse(exchange, ${response})`,
  ]
}
