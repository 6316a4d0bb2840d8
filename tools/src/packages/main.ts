#!/usr/bin/env node
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { packAll } from './pack.ts'

await new Command('node tools/src/packages/main.ts')
  .description('Packs every published package as a release does. Build first.')
  .argument('<folder>', 'where the tarballs go')
  .addHelpText('after', '\nExample:\n  pnpm exec node tools/src/packages/main.ts tarballs')
  .action(async (folder: string) => {
    await mkdir(folder, { recursive: true })
    const tarballs = await packAll(path.resolve(folder))
    for (const { file, size } of tarballs) process.stdout.write(`${file} (${size} bytes)\n`)
  })
  .parseAsync()
  .catch(reportAndExit)
