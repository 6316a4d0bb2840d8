/** Who calls. Each is an identity of its own, made for the run. */
export type Caller =
  /** No credentials at all. */
  | 'nobody'
  /** An ordinary account that is member of no workspace. */
  | 'user'
  /** A member without admin rights of every workspace that a setup makes. */
  | 'member'
  /** An admin of every workspace that a setup makes. */
  | 'workspace-admin'
  /** An admin of a workspace that no setup uses. */
  | 'outsider'
  /** A super admin that is member of no workspace. */
  | 'super-admin'
  /** Was a member of the workspace of the call, and called it then. */
  | 'former-member'
  /** Was an admin of the workspace of the call, called it then, and is an ordinary member now. */
  | 'former-admin'
  /** Was a super admin, called as one (in the workspace of the call, if it has one), and is an ordinary user now. */
  | 'former-super-admin'
  /** Was an admin of the workspace of the call, called it then, and has left. */
  | 'former-admin-who-left'
  /** Was an admin of the workspace of the call, called it then; the account was deleted, and created again with the same e-mail. */
  | 'former-account'
  /** Was a super admin, called as one; the account was deleted, and created again with the same e-mail. */
  | 'former-super-admin-account'
  /** Was invited to the workspace of the call as an admin, and has declined. */
  | 'former-invitee'
  /** Is invited to the workspace of the call as an admin, and has not accepted. */
  | 'invitee'
  /** A super admin that is an ordinary member of the workspace of the call. */
  | 'super-admin-member'

/** A caller whose account is made for the workspace of the call, or has a past. */
export type SpecialCaller = Extract<Caller, `former-${string}` | 'invitee' | 'super-admin-member'>
