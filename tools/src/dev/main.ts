#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { dev } from './dev.ts'

await new Command('pnpm dev')
  .description(
    'Builds and serves everything, and follows each change: of the document, of a generator, of a source.',
  )
  .option('-p, --port <number>', 'the port to listen on', '8000')
  .addHelpText('after', '\nExample:\n  pnpm dev --port 9000')
  .action(dev)
  .parseAsync()
  .catch(reportAndExit)
