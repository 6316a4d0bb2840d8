import type { SeedProgress } from '../seed/world.ts'

const millisecondsBetween = 1_000

/**
 * Tells of work that takes longer than a second, once a second.
 *
 * @param now - Milliseconds since some moment.
 */
export function tellProgress(
  now: () => number,
  write: (text: string) => void,
): (progress: SeedProgress) => void {
  let told = now()
  return ({ hashed, total }) => {
    if (now() - told < millisecondsBetween || hashed === total) return
    told = now()
    write(
      `Hashing the passwords of the seed: ${hashed} of ${total}. A passwordHash in the seed takes no time.\n`,
    )
  }
}
