import type { Tarball } from '../packages/pack.ts'

export interface SummaryFacts {
  /** Where the server listens, without a slash at the end. */
  readonly publicUrl: string
  /** Whether the sandbox shows what it holds, at `/sandbox`. */
  readonly hasConsole: boolean
  /** The folder with the data; in memory where there is none. */
  readonly data: string | undefined
  readonly accounts: readonly SummaryAccount[]
  readonly tarballs: readonly Tarball[]
}

export interface SummaryAccount {
  readonly email: string
  readonly password: string
  readonly superAdmin?: boolean
}

/** What is where: the last thing that `pnpm start` prints. */
export function summary({ publicUrl, hasConsole, data, accounts, tarballs }: SummaryFacts): string {
  const rows: [string, string][] = [
    ['docs', `${publicUrl}/`],
    ['sandbox', `${publicUrl}/api`],
    ...(hasConsole ? [['console', `${publicUrl}/sandbox`] satisfies [string, string]] : []),
    ['data', data ?? 'in memory, gone when this ends'],
    ...accounts.map(accountRow),
  ]
  const packages = tarballs.map(({ name, version, size }): [string, string] => [
    name,
    `${version}  ${kilobytes(size)} packed`,
  ])
  return ['', ...aligned(rows), '', ...aligned(packages), '', 'Ctrl-C ends it.', ''].join('\n')
}

function accountRow({ email, password, superAdmin }: SummaryAccount): [string, string] {
  return [superAdmin ? 'super admin' : 'user', `${email} / ${password}`]
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([label]) => label.length))
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`
}
