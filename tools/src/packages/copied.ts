import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { folderOfNotices } from '../../../notices.shared.ts'

/** A package of others whose code a package of ours copies. */
export interface Copied {
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Whose code the package in this folder copies, by the notices that its build keeps. */
export function copiedInto(folder: string): readonly Copied[] {
  const notices = globSync(`{command,dist}/${folderOfNotices}/*.txt`, { cwd: folder }).toSorted()
  return notices.map((notice) => readNotice(path.join(folder, notice)))
}

function readNotice(file: string): Copied {
  const [, name, version, license] = /^(\S+) (\S+)\n\nLicence: (.+)$/m.exec(readFileSync(file, 'utf8')) ?? []
  if (name === undefined || version === undefined || license === undefined)
    throw new Error(
      `${file} is not a notice. Expected it to begin with "hono 4.12.0", and "Licence: MIT" after an empty line.`,
    )
  return { name, version, license }
}
