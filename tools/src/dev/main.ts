#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { readPort } from '../start/read-port.ts'
import { dev } from './dev.ts'

await new Command('pnpm dev')
  .description(
    'Builds and serves everything, and follows each change: of the document, of a generator, of a source. Open pages load themselves anew.',
  )
  .option('-p, --port <number>', 'the port to listen on', readPort, 8000)
  .option('--data <folder>', 'keep the data of the sandbox in this folder (default: until the command ends)')
  .addHelpText('after', '\nExamples:\n  pnpm dev\n  pnpm dev --port 9000 --data ./data')
  .action(dev)
  .parseAsync()
  .catch(reportAndExit)
