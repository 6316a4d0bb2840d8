import { parsePhc } from '../argon2/phc.ts'
import { type Problem, placeOf, type ValuePath } from '../configuration/problem.ts'
import { suggest } from '../configuration/suggest.ts'
import { membersOf } from '../configuration/value-at.ts'
import { isDateTime, parseDateTime } from '../domain/date-time.ts'
import { reservedUsername } from '../domain/username.ts'

/** What no schema can say: names that must exist, or be given once, and who has to be there. */
export function checkRules(seed: unknown, now: Date): Problem[] {
  const lists = listsOf(seed)
  return [
    ...checkAccounts(lists),
    ...checkWorkspaces(lists),
    ...checkMembers(lists),
    ...checkInvites(lists),
    ...checkTokens(lists, now),
  ]
}

/** A thing of a list, whatever of it may be wrong: a rule looks at what it needs, where that is there. */
interface Item {
  readonly path: ValuePath
  readonly text: (name: string) => string | undefined
  readonly isTrue: (name: string) => boolean
  readonly has: (name: string) => boolean
  /** What is none is told by the schema. */
  readonly isMap: boolean
}

type Lists = Readonly<Record<'accounts' | 'workspaces' | 'members' | 'invites' | 'tokens', readonly Item[]>>

function listsOf(seed: unknown): Lists {
  const list = (name: keyof Lists) => itemsOf(name, membersOf(seed)[name])
  return {
    accounts: list('accounts'),
    workspaces: list('workspaces'),
    members: list('members'),
    invites: list('invites'),
    tokens: list('tokens'),
  }
}

function itemsOf(list: string, value: unknown): Item[] {
  if (!Array.isArray(value)) return []
  return value.map((item: unknown, index) => {
    const members = membersOf(item)
    return {
      path: [list, index],
      text: (name) => {
        const member = members[name]
        if (typeof member !== 'string') return undefined
        return emails.has(name) ? member.toLowerCase() : member
      },
      isTrue: (name) => members[name] === true,
      has: (name) => members[name] !== undefined,
      isMap: typeof item === 'object' && item !== null,
    }
  })
}

/** E-mails are the same whatever their capitals. */
const emails = new Set(['email', 'owner'])

function checkAccounts({ accounts }: Lists): Problem[] {
  const problems = [
    ...accounts.flatMap(checkPassword),
    ...twice(accounts, ['email'], (email) => `the e-mail ${email} has an account already`),
  ]
  if (accounts.length === 0 || accounts.some(({ isTrue }) => isTrue('superAdmin'))) return problems
  const message = 'accounts has no super admin. Expected at least one with superAdmin: true'
  return [...problems, { path: ['accounts'], message }]
}

/** An account has one of both. */
function checkPassword({ path, isMap, has, text }: Item): Problem[] {
  if (!isMap || (has('password') !== has('passwordHash') && isUsable(text('passwordHash')))) return []
  if (has('password') !== has('passwordHash')) return [unusableHash(path)]
  const place = placeOf(path)
  const message = has('password')
    ? `${place} has a password and a passwordHash. Expected one of them.`
    : `${place} has no password. Example: password: analytical-engine`
  return [{ path, message }]
}

/** What the schema lets pass, and Argon2 does not (RFC 9106, section 3.1). */
function isUsable(passwordHash: string | undefined): boolean {
  // The schema tells of what is no PHC string at all.
  if (passwordHash === undefined || !/^(?:\$[^$]+){5}$/.test(passwordHash)) return true
  try {
    const { memory, parallelism, salt, tag } = parsePhc(passwordHash)
    return memory >= 8 * parallelism && salt.length >= 8 && tag.length >= 4
  } catch {
    return false
  }
}

function unusableHash(path: ValuePath): Problem {
  const place = placeOf([...path, 'passwordHash'])
  const message = `${place} cannot be computed. Expected a memory of at least 8 times the parallelism and whole Base64, such as $argon2id$v=19$m=4096,t=3,p=1$…`
  return { path: [...path, 'passwordHash'], message }
}

function checkWorkspaces({ accounts, workspaces, members }: Lists): Problem[] {
  const administered = new Set(
    members.filter(({ isTrue }) => isTrue('isAdmin')).map(({ text }) => text('workspace')),
  )
  const orphans = workspaces.filter(({ text }) => text('id') !== undefined && !administered.has(text('id')))
  return [
    ...twice(workspaces, ['id'], (id) => `there is a workspace ${id} already`),
    ...unknown(workspaces, 'owner', 'account', textsOf(accounts, 'email')),
    ...orphans.map((workspace) => withoutAdmin(workspace)),
  ]
}

function withoutAdmin({ path, text }: Item): Problem {
  const id = text('id')
  const example = `{ workspace: ${id}, email: grace@example.com, username: grace, isAdmin: true }`
  return { path, message: `${placeOf(path)} (${id}) has no admin. Expected one of members to be ${example}` }
}

function checkMembers({ workspaces, members }: Lists): Problem[] {
  const reserved = members.filter(({ text }) => text('username') === reservedUsername)
  return [
    ...unknown(members, 'workspace', 'workspace', textsOf(workspaces, 'id')),
    ...twice(members, ['workspace', 'username'], (id, name) => `the username ${name} is taken in ${id}`),
    ...twice(members, ['workspace', 'email'], (id, email) => `${email} is a member of ${id} already`),
    ...reserved.map(({ path }) => problem([...path, 'username'], `${reservedUsername} is reserved`)),
  ]
}

function checkInvites({ workspaces, members, invites }: Lists): Problem[] {
  const memberships = new Set(members.map((member) => keyOf(member, ['workspace', 'email'])))
  const needless = invites.filter((invite) => memberships.has(keyOf(invite, ['workspace', 'email']) ?? ''))
  return [
    ...unknown(invites, 'workspace', 'workspace', textsOf(workspaces, 'id')),
    ...twice(invites, ['workspace', 'email'], (id, email) => `${email} is invited to ${id} already`),
    ...needless.map(({ path, text }) =>
      problem([...path, 'email'], `${text('email')} is a member of ${text('workspace')} already`),
    ),
  ]
}

function checkTokens({ accounts, tokens }: Lists, now: Date): Problem[] {
  const expired = tokens.filter(({ text }) => isPast(text('expiration') ?? '', now))
  return [
    ...unknown(tokens, 'email', 'account', textsOf(accounts, 'email')),
    ...twice(tokens, ['token'], () => 'another token is the same'),
    ...expired.map(({ path, text }) =>
      problem(
        [...path, 'expiration'],
        `${text('expiration')} is past. Expected a time later than ${now.toISOString()}, or none`,
      ),
    ),
  ]
}

function isPast(text: string, now: Date): boolean {
  return isDateTime(text) && parseDateTime(text) <= now
}

function problem(path: ValuePath, message: string): Problem {
  return { path, message: `${placeOf(path)}: ${message}.` }
}

function textsOf(items: readonly Item[], name: string): string[] {
  return [...new Set(items.flatMap(({ text }) => text(name) ?? []))]
}

/** What names a thing that is not in its list. */
function unknown(items: readonly Item[], name: string, kind: string, known: readonly string[]): Problem[] {
  const names = new Set(known)
  return items.flatMap(({ path, text }) => {
    const came = text(name)
    if (came === undefined || names.has(came)) return []
    const place = [...path, name]
    return [
      { path: place, message: `${placeOf(place)}: there is no ${kind} ${came}.${suggest(came, known)}` },
    ]
  })
}

/** What is there before with the same key, told at the last part of the key. */
function twice(
  items: readonly Item[],
  key: readonly [string, ...string[]],
  tell: (...parts: string[]) => string,
): Problem[] {
  const first = new Map<string, ValuePath>()
  return items.flatMap((item) => {
    const parts = keyOf(item, key)
    if (parts === undefined) return []
    const before = first.get(parts)
    if (!before) {
      first.set(parts, item.path)
      return []
    }
    const told = tell(...key.map((name) => item.text(name) ?? ''))
    return [problem([...item.path, key.at(-1) ?? ''], `${told}, by ${placeOf(before)}`)]
  })
}

/** Nothing where a part of it is missing. */
function keyOf({ text }: Item, names: readonly string[]): string | undefined {
  const parts = names.map((name) => text(name))
  return parts.includes(undefined) ? undefined : JSON.stringify(parts)
}
