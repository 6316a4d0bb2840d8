import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'

/** The built site, as it was when it was last whole: a build empties its folder first. */
export interface Site {
  /** The folder to serve from; undefined before the first build. */
  folder(): string | undefined
  /** Takes over what was built. */
  update(): Promise<void>
}

/** Keeps copies in a folder. */
export function createSite(built: string, copies: string): Site {
  let current: string | undefined
  return {
    folder: () => current,
    async update() {
      const before = current
      const next = await mkdtemp(path.join(copies, 'site-'))
      await cp(built, next, { recursive: true })
      current = next
      if (before) await rm(before, { recursive: true, force: true })
    },
  }
}
