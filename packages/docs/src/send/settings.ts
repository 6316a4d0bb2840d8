/** What pages read from `send.json` at the root of the site: where requests go, and who can send them. */
export interface SendSettings {
  readonly sandbox: ServedSandbox | BrowserSandboxFiles
  readonly accounts: readonly SendAccount[]
}

/** A sandbox behind the site, on its origin. Addresses are relative to the root of the site. */
export interface ServedSandbox {
  readonly kind: 'server'
  readonly baseUrl: string
  /** Where a POST begins again; left out where nobody may. */
  readonly reset?: string
}

/** A sandbox that the page runs in a worker. Addresses are relative to the root of the site. */
export interface BrowserSandboxFiles {
  readonly kind: 'browser'
  readonly module: string
  readonly worker: string
  /** What it begins with. */
  readonly seed: unknown
  /** What a browser downloads at the first start, if the server compresses scripts. */
  readonly downloadBytes: number
  /** How much of that tells its progress. */
  readonly progressBytes: number
}

/** Somebody whose password everybody knows. */
export interface SendAccount {
  /** "Grace, an admin of demo" */
  readonly label: string
  readonly role: 'super-admin' | 'workspace-admin' | 'member' | 'user'
  readonly email: string
  readonly password: string
}

/** The file, at the root of the site. */
export const settingsFile = 'send.json'
