#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { readPort } from './read-port.ts'
import { start } from './start.ts'

await new Command('pnpm start')
  .description('Builds everything, then serves the sandbox at /api and the docs at /.')
  .option('-p, --port <number>', 'the port to listen on', readPort, 8000)
  .option('--host <name>', 'the address to listen on', 'localhost')
  .option('--data <folder>', 'keep the data of the sandbox in this folder (default: in memory)')
  .option('--no-build', 'serve what was built before')
  .addHelpText('after', '\nExamples:\n  pnpm start\n  pnpm start --port 9000\n  pnpm start --data ./data')
  .action(start)
  .parseAsync()
  .catch(reportAndExit)
