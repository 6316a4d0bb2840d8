#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander'
import { reportAndExit } from '../report.ts'
import { start } from './start.ts'

await new Command('pnpm start')
  .description('Builds everything, then serves the docs at / and the mocks at /api.')
  .option('-p, --port <number>', 'the port to listen on', readPort, 8000)
  .option('--host <name>', 'the address to listen on', 'localhost')
  .option('--no-build', 'serve what was built before')
  .addHelpText('after', '\nExamples:\n  pnpm start\n  pnpm start --port 9000')
  .action(start)
  .parseAsync()
  .catch(reportAndExit)

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a number from 1 to 65535, such as --port 9000.')
}
