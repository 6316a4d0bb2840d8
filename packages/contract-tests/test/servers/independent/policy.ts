import { parseDateTime } from './formats.ts'
import type { OperationId } from './operations.ts'
import type { Caller, Invite, Member, Token } from './state.ts'

type Fields = Readonly<Record<string, unknown>>

/** The decisions that implementations of this API get wrong. A difference replaces one of them. */
export interface Policy {
  /** Whether two passwords are the same. */
  isPassword(stored: string, given: string): boolean
  /** The e-mail of a new account as it will be shown. */
  shownEmail(sent: string): string
  /** The label of a new token. */
  label(sent: string): string
  /** Whether a label is too long. */
  isLongLabel(sent: string): boolean
  /** The moment that a valid date and time names. */
  expiration(sent: string): Date
  /** Who calls with a token; `look` reads whose it is now. */
  caller(operation: OperationId, secret: string, look: () => Caller | undefined): Caller | undefined
  /** The member who calls; `look` reads who it is now. */
  member(
    operation: OperationId,
    workspace: string,
    email: string,
    look: () => Member | undefined,
  ): Member | undefined
  /** Whether an account that is not a member of an existing workspace may call. */
  admitsOutsiders(operation: OperationId): boolean
  /** Whether an operation that ends tokens does so. */
  endsTokens(operation: OperationId): boolean
  /** Whether an account that is deleted is gone. */
  removesAccounts(): boolean
  /** What a list shows of a token beside the documented members. */
  tokenExtras(token: Token): Fields
  /** Whether a member is an admin after accepting an invite. */
  roleOfInvite(invite: Invite, body: Fields): boolean
  /** The role that an update leaves a member with. */
  roleAfterUpdate(member: Member, sent: unknown): boolean
  /** Whether a state is the one of the browser that comes back with it. */
  isStateOfBrowser(cookie: string | undefined, state: string): boolean
  /** A value of the path before it is decoded. */
  encodedValue(operation: OperationId, value: string): string
  /** The name of a new account. */
  name(sent: string): string
  /** Whether a page can be asked for. */
  isPage(page: number): boolean
  /** The username that a lookup compares. */
  username(value: string): string
  /** The size of a page that is out of range, or undefined where it is refused. */
  sizeOutOfRange(size: number): number | undefined
}

/** What the contract says. */
export const contractPolicy: Policy = {
  isPassword: (stored, given) => stored === given,
  shownEmail: (sent) => sent.toLowerCase(),
  label: (sent) => sent,
  isLongLabel: (sent) => [...sent].length > 50,
  expiration: (sent) => parseDateTime(sent) ?? new Date(0),
  caller: (_operation, _secret, look) => look(),
  member: (_operation, _workspace, _email, look) => look(),
  admitsOutsiders: () => false,
  endsTokens: () => true,
  removesAccounts: () => true,
  tokenExtras: () => ({}),
  roleOfInvite: ({ isAdmin }) => isAdmin,
  roleAfterUpdate: ({ isAdmin }, sent) => (typeof sent === 'boolean' ? sent : isAdmin),
  isStateOfBrowser: (cookie, state) => cookie === state,
  encodedValue: (_operation, value) => value,
  name: (sent) => sent,
  isPage: (page) => page >= 1,
  username: (value) => value,
  sizeOutOfRange: () => undefined,
}
