import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Competitor } from './contenders.ts'
import { bundleProgram, type Workshop } from './workshop.ts'

/** See `contenders/contender.ts`, which is compiled among the competitors, and not here. */
export interface Connection {
  readonly baseUrl: string
  readonly token: () => Promise<string>
  readonly refresh: () => Promise<string>
}

export interface Calls {
  account(): Promise<unknown>
  email(): Promise<unknown>
  remove(name: string): Promise<unknown>
  logIn(password: string): Promise<unknown>
  limited?(milliseconds: number): Promise<unknown>
}

export interface Contender {
  connect(connection: Connection): Calls
  isFailure?(result: unknown): boolean
  bodyOf?(result: unknown): unknown
}

/** Loads a client as one module. */
export async function loadContender(
  workshop: Workshop,
  competitor: Pick<Competitor, 'folder'>,
): Promise<Contender> {
  const file = path.join(workshop.folder, 'bundles', `${competitor.folder}.mjs`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, (await bundleProgram(workshop, competitor, 'adapter')) ?? '')
  const { contender }: { contender: Contender } = await import(`${file}?${Date.now()}`)
  return contender
}
