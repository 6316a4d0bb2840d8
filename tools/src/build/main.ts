#!/usr/bin/env node
import { runPhases } from '../pipeline/phases.ts'
import { reportAndExit } from '../report.ts'

await runPhases({ turboArguments: process.argv.slice(2) }).catch(reportAndExit)
