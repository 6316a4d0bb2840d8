import { stat } from 'node:fs/promises'
import { ConfigurationFailure } from '../configuration/problem.ts'
import type { Sandbox } from '../sandbox.ts'
import { readSeedFile } from '../seed/read-seed-file.ts'
import { repeatedly } from '../timers.ts'

/** Editors replace a file instead of writing to it, and a container sees no events of its host's files: so it is looked at. */
const millisecondsBetweenLooks = 300

/**
 * Begins anew with a seed file, whenever it is saved. A wrong one is told, and changes nothing.
 *
 * @param tell - Told of each time, in lines.
 * @returns How to stop.
 */
export async function watchSeed(
  file: string,
  sandbox: Pick<Sandbox, 'reset'>,
  tell: (text: string) => void,
): Promise<() => void> {
  let seen = await versionOf(file)
  let isLooking = false
  async function look(): Promise<void> {
    const version = await versionOf(file)
    if (version === seen || version === undefined) return
    seen = version
    await reload(file, sandbox, tell)
  }
  return repeatedly(millisecondsBetweenLooks, () => {
    if (isLooking) return
    isLooking = true
    void look().finally(() => {
      isLooking = false
    })
  })
}

/** Differs after each time that a file is saved. None while it is not there, in the middle of being replaced. */
async function versionOf(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined)
  return found && `${found.ino} ${found.size} ${found.mtimeNs}`
}

async function reload(
  file: string,
  sandbox: Pick<Sandbox, 'reset'>,
  tell: (text: string) => void,
): Promise<void> {
  try {
    await sandbox.reset(await readSeedFile(file))
    tell(`${file} was saved: the sandbox begins with it again.\n`)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const left = error instanceof ConfigurationFailure ? ' The sandbox goes on with what it has.' : ''
    tell(`${message}${left}\n`)
  }
}
