import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { parseArazzo } from './parse-arazzo.ts'
import type { Workflow } from './workflow.ts'

/** Where the document keeps its Arazzo files. */
export const workflowsFolder = new URL('../../../../spec/workflows/', import.meta.url)

/** Reads every Arazzo document of a folder, in the order of their names. */
export async function readWorkflows(folder = workflowsFolder): Promise<readonly Workflow[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))
  return files.flatMap((file, index) => parseArazzo(`spec/workflows/${file}`, parse(texts[index] ?? '')))
}
