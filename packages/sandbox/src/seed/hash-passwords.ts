import { hashPassword } from '../domain/password.ts'
import type { Random } from '../ports.ts'
import { knownHashes } from './known-hashes.ts'
import type { SeedAccount, SeedProgress } from './world.ts'

/** Each takes some megabytes while it is made. */
const atOnce = 8

/** The hashes of the passwords of accounts, in their order. Those that a seed brings along take no time. */
export async function hashPasswords(
  accounts: readonly SeedAccount[],
  random: Random,
  onProgress: (progress: SeedProgress) => void,
): Promise<string[]> {
  const hashes: string[] = []
  const total = accounts.filter((account) => readyHash(account) === undefined).length
  let hashed = 0
  const waiting = accounts.entries()

  async function work(): Promise<void> {
    for (const [index, account] of waiting) {
      const ready = readyHash(account)
      hashes[index] = ready ?? (await hashPassword(account.password ?? '', random))
      if (ready !== undefined) continue
      hashed += 1
      onProgress({ hashed, total })
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  return hashes
}

function readyHash({ password = '', passwordHash }: SeedAccount): string | undefined {
  return passwordHash ?? knownHashes.get(password)
}
