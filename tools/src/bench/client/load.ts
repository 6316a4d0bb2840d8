import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Contender } from './contenders/contender.ts'
import type { Competitor } from './contenders.ts'
import { bundleProgram, type Workshop } from './workshop.ts'

/** Loads a client as one module. */
export async function loadContender(
  workshop: Workshop,
  competitor: Pick<Competitor, 'folder'>,
): Promise<Contender> {
  const file = await writeAdapter(workshop, competitor)
  const { contender }: { contender: Contender } = await import(`${file}?${Date.now()}`)
  return contender
}

/** Writes a client as one module, and gives its file. */
export async function writeAdapter(
  workshop: Workshop,
  competitor: Pick<Competitor, 'folder'>,
): Promise<string> {
  const file = path.join(workshop.folder, 'bundles', `${competitor.folder}.mjs`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, (await bundleProgram(workshop, competitor, 'adapter')) ?? '')
  return file
}
