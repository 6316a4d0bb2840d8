import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Reason } from '../reason.ts'
import { goneAndNew } from './judge-content.ts'

/** The packages that have a command. */
const withCommand = ['sandbox', 'contract-tests']

/** Keeps what the built commands say of themselves beside the tarballs. */
export async function saveHelp(checkout: string, folder: string): Promise<void> {
  for (const name of withCommand) {
    const main = path.join(checkout, 'packages', name, 'dist/main.js')
    const { stdout } = await promisify(execFile)(process.execPath, [main, '--help'])
    await writeFile(path.join(folder, `${name}.help.txt`), stdout)
  }
}

/** What became of options and environment variables of the commands. */
export async function judgeHelp(before: string, after: string): Promise<readonly Reason[]> {
  const judged = withCommand.map(async (name) =>
    judgeTexts(name, await helpIn(before, name), await helpIn(after, name)),
  )
  return (await Promise.all(judged)).flat()
}

/** What became of the options and variables of one command, by its help. */
export function judgeTexts(name: string, before: string, after: string): readonly Reason[] {
  const found = [
    ...goneAndNew(
      namesIn(before, /(?<![\w-])--[a-z][\w-]+/g),
      namesIn(after, /(?<![\w-])--[a-z][\w-]+/g),
      'option',
    ),
    ...goneAndNew(namesIn(before, /\b[A-Z]+_[A-Z_]+\b/g), namesIn(after, /\b[A-Z]+_[A-Z_]+\b/g), 'variable'),
  ]
  return found.map(([impact, what]) => ({ impact, package: name, what, place: `${name}: --help` }))
}

async function helpIn(folder: string, name: string): Promise<string> {
  const file = path.join(folder, `${name}.help.txt`)
  return existsSync(file) ? readFile(file, 'utf8') : ''
}

function namesIn(help: string, pattern: RegExp): readonly string[] {
  return [...new Set([...help.matchAll(pattern)].map(([name]) => name))]
}
