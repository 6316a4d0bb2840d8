import { isEmail, isText, lengthOf, parseDateTime } from './formats.ts'
import type { OperationId } from './operations.ts'
import type { Policy } from './policy.ts'
import { refusal } from './reply.ts'

export type Body = Readonly<Record<string, unknown>>

/** One property of a body: what it may be, in one word each. */
interface Rule {
  readonly kind: 'text' | 'flag'
  readonly isOptional?: boolean
  readonly isValid?: (value: string, policy: Policy) => boolean
}

const text = (isValid: (value: string) => boolean = () => true): Rule => ({ kind: 'text', isValid })
const optional = (rule: Rule): Rule => ({ ...rule, isOptional: true })
const upTo = (most: number, least = 0) => text((value) => lengthOf(value) <= most && lengthOf(value) >= least)

const flag: Rule = { kind: 'flag' }
const email = text((value) => lengthOf(value) <= 50 && isEmail(value))
const username = text((value) => /^[\w-]{1,50}$/.test(value))
const workspaceId = text((value) => value.length <= 50 && /^\w+(-\w+)*$/.test(value))
const password = upTo(256, 1)

/** The bodies of the operations that take one (contract, "Limits" and "Schemas"). */
const rules: Partial<Readonly<Record<OperationId, Readonly<Record<string, Rule>>>>> = {
  login: { email: text(), password: text() },
  loginWithOauth: { code: text(), state: text() },
  setPassword: { password },
  createToken: {
    label: optional({ kind: 'text', isValid: (value, policy) => !policy.isLongLabel(value) }),
    expiration: optional(text((value) => parseDateTime(value) !== undefined)),
  },
  acceptInvite: { workspace_id: workspaceId, username },
  declineInvite: { workspace_id: workspaceId },
  createUser: { email, username, is_admin: flag },
  updateUser: { is_admin: optional(flag) },
  createUserGlobally: {
    email,
    password,
    super_admin: flag,
    name: optional(upTo(30)),
    company: optional(upTo(30)),
  },
  globalUserUpdate: { is_super_admin: optional(flag) },
  createWorkspace: { id: workspaceId, name: upTo(50, 1), username, domain: optional(upTo(50)) },
  inviteUser: { email, is_admin: flag },
  deleteInvite: { email, is_admin: flag },
  existsWorkspace: { id: workspaceId },
}

/** Whether the operation takes a body of JSON. */
export function takesBody(operation: OperationId): boolean {
  return operation in rules
}

/** Refuses a body that breaks the schema of its operation (422). Properties that the schema does not name are ignored. */
export function checkBody(operation: OperationId, value: unknown, policy: Policy): Body {
  if (!isObject(value)) throw refusal(422, 'the body must be an object, such as {}')
  for (const [name, rule] of Object.entries(rules[operation] ?? {}))
    checkProperty(name, value[name], rule, policy)
  return value
}

function checkProperty(name: string, value: unknown, rule: Rule, policy: Policy): void {
  if (value === undefined || value === null) {
    if (rule.isOptional) return
    throw refusal(422, `${name} is missing`)
  }
  if (rule.kind === 'flag') {
    if (typeof value !== 'boolean') throw refusal(422, `${name} must be true or false`)
    return
  }
  if (typeof value !== 'string' || !isText(value)) throw refusal(422, `${name} must be a text`)
  if (rule.isValid && !rule.isValid(value, policy)) throw refusal(422, `${name} breaks its limits`)
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text of a checked body. */
export function textOf(body: Body, name: string): string {
  return String(body[name])
}

/** A text of a checked body that may be absent. */
export function optionalText(body: Body, name: string): string | null {
  const value = body[name]
  return typeof value === 'string' ? value : null
}

/** An e-mail of a checked body, as it is compared. */
export function emailOf(body: Body): string {
  return textOf(body, 'email').toLowerCase()
}
