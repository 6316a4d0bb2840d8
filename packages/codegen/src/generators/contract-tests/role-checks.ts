import type { Operation } from '../../model/index.ts'
import { memberName } from '../../text/literal.ts'
import { expectSuccess, refusal, successes } from './answers.ts'
import { checkText } from './check-text.ts'
import { actorOf, type Role, roleOf, superAdmin } from './roles.ts'

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
  const answer = refusal(operation, ['403'])
  if (!answer) return []
  return refused.map(({ actor, who }) =>
    checkText({
      rule: 'role-refused',
      title: `answers ${answer.status} to ${who}`,
      lines: [`const exchange = await scene.attempt('${actor}')`, `expectAnswer(exchange, ${answer.answer})`],
    }),
  )
}

function allowances(operation: Operation, { allowed }: Role): string[] {
  const statuses = successes(operation).map(({ status }) => status)
  return allowed.map(({ actor, who }) =>
    checkText({
      rule: 'role-allowed',
      title: `answers ${statuses.join(' or ')} to ${who}`,
      lines: [
        `const exchange = await scene.perform('${actor}')`,
        ...expectSuccess(operation),
        'expectAsStaged(exchange)',
      ],
    }),
  )
}

/** A workspace that does not exist looks to a stranger like one that is not his; a super admin is told. */
function unknownWorkspace(operation: Operation, { actor }: Role): string[] {
  const askers = [
    { actor, who: 'anybody but a super admin', answer: refusal(operation, ['403']) },
    { actor: superAdmin.actor, who: superAdmin.who, answer: refusal(operation, ['404']) },
  ]
  return [
    ...askers.flatMap(({ actor: asker, who, answer }) => {
      if (!answer) return []
      const title = `answers ${answer.status} to ${who} for a workspace that does not exist`
      return [
        checkText({ rule: 'workspace-unknown', title, lines: attemptOn('workspace', asker, answer.answer) }),
      ]
    }),
    strangersLearnNothing(),
  ]
}

function strangersLearnNothing(): string {
  return checkText({
    rule: 'workspace-unknown',
    title: 'answers a stranger alike whether a workspace exists or not',
    lines: [
      "const known = await scene.attempt('user')",
      "const unknown = await scene.attempt('user', { path: { workspace: 'no-such-workspace' } })",
      'expectAlike(known, unknown)',
    ],
  })
}

/** A path value that names nothing is 404 where the document says that the operation can answer so. */
function unknownNames(operation: Operation, inWorkspace: boolean): string[] {
  const answer = refusal(operation, ['404'])
  const isExact = operation.responses.some(({ status }) => status === '404')
  if (!answer || !isExact) return []
  return operation.parameters
    .filter((parameter) => parameter.in === 'path' && parameter.schema.type === 'string')
    .filter(({ name }) => !(inWorkspace && name === 'workspace'))
    .map(({ name }) =>
      checkText({
        rule: 'path-unknown',
        title: `answers ${answer.status} when {${name}} names nothing`,
        lines: attemptOn(name, actorOf(operation), answer.answer),
      }),
    )
}

function attemptOn(parameter: string, actor: string, answer: string): string[] {
  const path = `{ ${memberName(parameter)}: 'no-such-${parameter.replaceAll('_', '-')}' }`
  return [
    `const exchange = await scene.attempt('${actor}', { path: ${path} })`,
    `expectAnswer(exchange, ${answer})`,
  ]
}
