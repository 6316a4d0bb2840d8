import type { SandboxOptions } from '../../src/index.ts'

const start = new Date('2026-11-10T12:00:00.000Z').getTime()

/** The time and the randomness of one sandbox, which are the same in the same story. */
export class Determinism {
  #now = start
  #drawn = 1

  readonly options: Required<Pick<SandboxOptions, 'clock' | 'random'>> = {
    clock: () => new Date(this.#now),
    random: (length) => Uint8Array.from({ length }, () => this.#draw()),
  }

  begin(): void {
    this.#now = start
    this.#drawn = 1
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000 + 700
  }

  /** The generator of Park and Miller: any sequence does that is the same each time. */
  #draw(): number {
    this.#drawn = (this.#drawn * 48_271) % 2_147_483_647
    return this.#drawn % 256
  }
}
