interface Account {
  readonly email: string
  readonly super_admin: boolean
}

interface Member {
  readonly username: string
  readonly is_admin: boolean
}

/** Prints what the quick start of the README prints. */
export function tell(me: Account, members: readonly Member[]): void {
  console.log(`Logged in as ${me.email}, super admin: ${me.super_admin}`)
  for (const user of members) {
    console.log(`${user.username} is ${user.is_admin ? 'an admin' : 'a member'} of demo`)
  }
}
