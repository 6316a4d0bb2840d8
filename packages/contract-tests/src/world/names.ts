/** Names that nobody else uses, and that say by whom they were made: `contract-3f6c1c1e-1-user@example.com`. */
export interface Names {
  /** What the e-mails and workspaces of the run begin with, and no others: `contract-3f6c1c1e-`. */
  readonly prefix: string
  email(role: string): string
  workspace(): string
  /** Unique in every workspace of the run. */
  username(): string
  password(): string
}

/** An address has 50 characters at most. */
const longestLocalPart = 50 - '@example.com'.length

/** Names for one run. `run` is short and of letters and digits, since a workspace id has 50 characters at most. */
export function createNames(run: string): Names {
  let count = 0
  return {
    prefix: `contract-${run}-`,
    // The number stands before the role, so that a name that is cut off is still one of its own.
    email: (role) => `${`contract-${run}-${++count}-${role}`.slice(0, longestLocalPart)}@example.com`,
    workspace: () => `contract-${run}-${++count}`,
    username: () => `contract-user-${++count}`,
    // In both cases, so that a server that does not look at them is seen.
    password: () => `Contract-Password-${run}-${++count}`,
  }
}
