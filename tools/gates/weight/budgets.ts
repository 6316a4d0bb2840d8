/** What an installation may bring along, with the peers that npm installs unasked. No install script and no native binary is allowed. */
interface Budget {
  readonly packages: number
  readonly megabytes: number
}

/** A little more than `pnpm bench weight` measured: others release as well, and a package of theirs more is no mistake of ours. */
export const budgets: Readonly<Record<string, Budget>> = {
  client: { packages: 4, megabytes: 1 },
  types: { packages: 1, megabytes: 0.2 },
  'react-query': { packages: 9, megabytes: 8.5 },
  msw: { packages: 55, megabytes: 16.5 },
  sandbox: { packages: 25, megabytes: 54 },
  'contract-tests': { packages: 13, megabytes: 11.5 },
  docs: { packages: 26, megabytes: 66 },
  openapi: { packages: 1, megabytes: 0.6 },
}
