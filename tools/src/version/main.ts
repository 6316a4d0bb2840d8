#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { listPublishedPackages } from '../packages/published.ts'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { withVersion } from './with-version.ts'

/** Writes the version that changesets gave to the packages into the document. */
async function setDocumentVersion(): Promise<void> {
  const file = path.join(repository, 'spec/openapi.yaml')
  const [first] = listPublishedPackages()
  if (!first) throw new Error('no published package found below packages/. Run this from the repository.')
  await writeFile(file, withVersion(await readFile(file, 'utf8'), first.manifest.version))
  process.stdout.write(`spec/openapi.yaml: info.version is ${first.manifest.version}\n`)
}

await setDocumentVersion().catch(reportAndExit)
