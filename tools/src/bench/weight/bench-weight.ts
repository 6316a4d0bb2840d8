import { mkdtempSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packAll } from '../../packages/pack.ts'
import { markdownTable } from '../markdown-table.ts'
import { type Weight, weigh } from './weigh.ts'
import { groups, type Weighed } from './weighed.ts'

/** What an installation of each of our packages brings along, beside what people use for the same: the table in Markdown. */
export async function benchWeight(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'weight-'))
  try {
    const tarballs = await packAll(folder)
    const weighOne = (weighed: Weighed) => {
      process.stderr.write(`${weighed.name} …\n`)
      return weigh(weighed, tarballs, mkdtempSync(path.join(folder, 'project-')))
    }
    const rows: string[][] = []
    for (const { ours, peers } of groups) {
      rows.push([`**${ours.name}**`, ...cells(await weighOne(ours))])
      for (const peer of peers) rows.push([peer.name, ...cells(await weighOne(peer))])
    }
    const head = ['installed', 'packages', 'MB', 'seconds', 'install scripts', 'native binaries']
    return markdownTable(head, rows)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function cells({ packages, megabytes, seconds, scripts, binaries }: Weight): readonly string[] {
  return [String(packages), megabytes.toFixed(1), seconds.toFixed(1), String(scripts), String(binaries)]
}
