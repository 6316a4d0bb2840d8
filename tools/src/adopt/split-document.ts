import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'yaml'
import type { RunTool } from './run-tool.ts'

/** Writes the document into `spec/`, a file for each path and each component. */
export async function splitDocument(document: object, tool: RunTool): Promise<void> {
  const folder = path.join(tmpdir(), `adopt-${randomUUID()}`)
  await mkdir(folder)
  try {
    const file = path.join(folder, 'openapi.yaml')
    await writeFile(file, stringify(document, { aliasDuplicateObjects: false, lineWidth: 110 }))
    await tool('redocly', ['split', file, '--outDir', 'spec'])
  } finally {
    await rm(folder, { recursive: true })
  }
}
