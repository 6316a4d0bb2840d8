import type { Person } from './scene.ts'

/** A command of `wmill`, as somebody types it. */
export interface OfficialCommand {
  /** Without `wmill`. `<url>` stands for where the sandbox is, `<token>` for the token of the person. */
  readonly line: string
  readonly as: Person
  /** Whether the command finds server and workspace in what `workspace add` has written. Default: they are options. */
  readonly isConfigured?: true
  /** The operations that it has to reach, in order. */
  readonly operations: readonly string[]
  /** What it has to print. */
  readonly prints: RegExp
  /** Default: 0. */
  readonly status?: number
  /** What a person has to know of it. */
  readonly note?: string
}

/** Every command that calls this API and nothing else. The first one writes the configuration for those behind it. */
export const officialCommands: readonly OfficialCommand[] = [
  {
    line: 'workspace add demo demo <url> --token <token>',
    as: 'ada',
    isConfigured: true,
    operations: ['existsWorkspace'],
    prints: /Added workspace demo for demo on http/,
  },
  {
    line: 'workspace add analytics analytics <url> --token <token> --create --create-username grace',
    as: 'grace',
    isConfigured: true,
    operations: ['existsWorkspace', 'getGlobal', 'createWorkspace'],
    prints: /Added workspace analytics for analytics on http/,
  },
  {
    line: 'workspace add nowhere nowhere <url> --token <token>',
    as: 'ada',
    isConfigured: true,
    operations: ['existsWorkspace', 'listWorkspaces'],
    prints: /does not exist.*- demo \(name: Demo\)/s,
    status: 1,
    note: 'names the workspaces that there are',
  },
  {
    line: 'workspace switch demo',
    as: 'ada',
    isConfigured: true,
    operations: [],
    prints: /Switched to workspace demo/,
  },
  {
    line: 'workspace whoami',
    as: 'ada',
    isConfigured: true,
    operations: ['globalWhoami'],
    prints: /"email": "ada@example\.com".*Active: demo/s,
  },
  {
    line: 'instance whoami',
    as: 'ada',
    isConfigured: true,
    operations: ['globalWhoami'],
    prints: /"email": "ada@example\.com"/,
  },
  {
    line: 'workspace list-remote',
    as: 'ada',
    operations: ['globalWhoami', 'listUserWorkspaces'],
    prints: /demo +│ +Demo +│ +ada.*Logged in as: ada@example\.com/s,
  },
  {
    line: 'workspace list-remote --as-superadmin',
    as: 'admin',
    operations: ['globalWhoami', 'listWorkspacesAsSuperAdmin'],
    prints: /demo.*starter.*Total workspaces: 2/s,
  },
  {
    line: 'workspace list-forks',
    as: 'ada',
    operations: ['globalWhoami', 'listUserWorkspaces'],
    prints: /No forked workspaces found/,
  },
  {
    line: 'user',
    as: 'admin',
    operations: ['globalWhoami', 'listUsersAsSuperAdmin'],
    prints: /Unprocessable: page must be 1 or more/,
    status: 1,
    note: 'asks for page 0, where the contract, as the official reference, begins with 1',
  },
  {
    line: 'user add alan@example.com enigma-decoded',
    as: 'admin',
    operations: ['globalWhoami', 'createUserGlobally'],
    prints: /New User Created/,
  },
  {
    line: 'user remove katherine@example.com',
    as: 'admin',
    operations: ['globalWhoami', 'deleteGlobalUser'],
    prints: /Deleted User katherine@example\.com/,
  },
  {
    line: 'user create-token',
    as: 'ada',
    operations: ['globalWhoami', 'createToken'],
    prints: /Token: \w{32}/,
  },
  {
    line: 'user create-token --email grace@example.com --password nanoseconds-matter',
    as: 'ada',
    operations: ['globalWhoami', 'login'],
    prints: /Token: \w{32}/,
  },
  {
    line: 'token list',
    as: 'ada',
    operations: ['globalWhoami', 'listTokens'],
    prints: /Qm3vK9xTzL +│ +ci/,
  },
  {
    line: 'token create --label deploy',
    as: 'ada',
    operations: ['globalWhoami', 'createToken'],
    prints: /^\w{32}$/m,
  },
  {
    line: 'token delete Qm3vK9xTzL',
    as: 'ada',
    operations: ['globalWhoami', 'deleteToken'],
    prints: /Token with prefix 'Qm3vK9xTzL' deleted/,
  },
]
