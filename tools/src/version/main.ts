#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { recordRelease } from '../changelog/record-release.ts'
import { built, inJson, readReleases, recorded } from '../changelog/sources.ts'
import { listPublishedPackages } from '../packages/published.ts'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { runHere } from '../run-here.ts'
import { withVersion } from './with-version.ts'

await new Command('pnpm bump')
  .description(
    'Turns the notes in .changeset into a version: of all packages, their changelogs, changes.json, and info.version of the document. Then builds.',
  )
  .addHelpText('after', '\nNotes are written by: pnpm changeset')
  .action(bump)
  .parseAsync()
  .catch(reportAndExit)

async function bump(): Promise<void> {
  // Changesets removes the notes, so that what they say is read before.
  await runHere('pnpm', ['--filter', './spec', 'run', 'bundle'])
  const releases = readReleases(built)
  await runHere('changeset', ['version'])
  const version = versionHere()
  await setDocumentVersion(version)
  await writeFile(recorded, inJson(recordRelease(releases, version, new Date().toISOString().slice(0, 10))))
  await runHere('biome', ['format', '--write', recorded])
  // The whole reference, which is committed, names the version.
  await runHere('pnpm', ['build'])
}

function versionHere(): string {
  const [first] = listPublishedPackages()
  if (!first) throw new Error('No published package found below packages/. Run this from the repository.')
  return first.manifest.version
}

/** Writes the version that changesets gave to the packages into the document. */
async function setDocumentVersion(version: string): Promise<void> {
  const file = path.join(repository, 'spec/openapi.yaml')
  await writeFile(file, withVersion(await readFile(file, 'utf8'), version))
  process.stdout.write(`spec/openapi.yaml: info.version is ${version}\n`)
}
