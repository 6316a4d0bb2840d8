import { readFile } from 'node:fs/promises'
import type { Workflow } from './workflow.ts'

const file = new URL('../generated/workflows.json', import.meta.url)

/** Reads what the generator has written of the Arazzo documents. */
export async function readWorkflows(): Promise<readonly Workflow[]> {
  return JSON.parse(await readFile(file, 'utf8'))
}
