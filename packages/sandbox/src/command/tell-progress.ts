import type { SeedProgress } from '../seed/world.ts'

const millisecondsBetween = 1_000

/** A seed with fewer passwords takes long on a busy machine alone. */
const fewest = 50

/**
 * Reports a large seed's progress once a second, from the first second on.
 *
 * @param now - Milliseconds since some moment.
 */
export function tellProgress(
  now: () => number,
  write: (text: string) => void,
): (progress: SeedProgress) => void {
  let told = now()
  return ({ hashed, total }) => {
    if (total < fewest || hashed === total || now() - told < millisecondsBetween) return
    told = now()
    write(
      `Hashing the passwords of the seed: ${hashed} of ${total}. A passwordHash in the seed takes no time.\n`,
    )
  }
}
