#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { listPublishedPackages } from '../packages/published.ts'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { runHere } from '../run-here.ts'
import { withVersion } from './with-version.ts'

await new Command('pnpm bump')
  .description(
    'Turns the notes in .changeset into a version: of all packages, their changelogs, and info.version of the document. Then builds.',
  )
  .addHelpText('after', '\nNotes are written by: pnpm changeset')
  .action(bump)
  .parseAsync()
  .catch(reportAndExit)

async function bump(): Promise<void> {
  await runHere('changeset', ['version'])
  await setDocumentVersion()
  // The whole reference, which is committed, names the version.
  await runHere('pnpm', ['build'])
}

/** Writes the version that changesets gave to the packages into the document. */
async function setDocumentVersion(): Promise<void> {
  const file = path.join(repository, 'spec/openapi.yaml')
  const [first] = listPublishedPackages()
  if (!first) throw new Error('No published package found below packages/. Run this from the repository.')
  await writeFile(file, withVersion(await readFile(file, 'utf8'), first.manifest.version))
  process.stdout.write(`spec/openapi.yaml: info.version is ${first.manifest.version}\n`)
}
