#!/usr/bin/env node
import { runPhases } from '../pipeline/phases.ts'
import { reportAndExit } from '../report.ts'
import { wholeReference, writeWholeReference } from './write-whole-reference.ts'

try {
  await runPhases({ turboArguments: process.argv.slice(2) })
  if (await writeWholeReference())
    process.stderr.write(`${wholeReference} has changed: it is part of this change.\n`)
} catch (error) {
  reportAndExit(error)
}
