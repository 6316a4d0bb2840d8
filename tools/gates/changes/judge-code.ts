import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { generators, readDocument } from '@windmill-user-api/codegen'
import { type Impact, worst } from '../../src/changes/reason.ts'
import { judgeOpened } from '../../src/changes/types/judge-types.ts'
import { repository } from '../../src/repository.ts'
import { type OpenedPackages, openPackages, type Side } from '../../src/surface/open-packages.ts'
import { readStrictly } from '../../src/surface/strict-methods.ts'
import type { CodeEdit } from './code-edits.ts'
import type { Json } from './edit.ts'

/** The packages that are generated, and that people compile against. */
const copied = ['types', 'client', 'react-query']

/** Sources of the packages in a folder of their own. */
export async function copySources(folder: string): Promise<Side> {
  for (const name of copied) {
    const [from, to] = [path.join(repository, 'packages', name), placeOf(folder, name)]
    await mkdir(to, { recursive: true })
    const isSource = (file: string) => !/\.test(?:-d)?\./.test(file)
    await cp(path.join(from, 'src'), path.join(to, 'src'), { recursive: true, filter: isSource })
    await cp(path.join(from, 'package.json'), path.join(to, 'package.json'))
  }
  return folder
}

function placeOf(folder: string, name: string): string {
  return path.join(folder, 'node_modules/@windmill-user-api', name)
}

/** Applies an edit of code to a copy. */
export async function applyEdit(side: Side, { name, replacements }: CodeEdit): Promise<void> {
  for (const { file, from, to } of replacements) {
    const place = placeOf(side, file)
    const text = await readFile(place, 'utf8')
    if (!text.includes(from)) throw new Error(`${name}: ${file} does not have "${from}"`)
    await writeFile(place, text.replaceAll(from, to))
  }
}

/** Generates types and client of another document into a copy. */
export async function generateInto(side: Side, document: Json): Promise<void> {
  for (const name of ['types', 'client'] as const) {
    const loaded = await generators[name]?.()
    for (const [file, text] of (await loaded?.generate(readDocument(document))) ?? [])
      await writeFile(path.join(placeOf(side, name), 'src/generated', file), text)
  }
}

/** The level that the types alone ask for, of each side. */
export function judgeSides(before: Side, sides: readonly Side[]): readonly (Impact | undefined)[] {
  return batches(sides).flatMap((batch) => {
    const opened = openPackages([before, ...batch], { read: readStrictly })
    return batch.map((side) => levelOf(before, side, opened))
  })
}

function levelOf(before: Side, side: Side, opened: OpenedPackages): Impact | undefined {
  return worst(judgeOpened(before, side, opened).map(({ impact }) => impact))
}

/** So many are compiled at once as fit into memory. */
const together = 12

function batches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / together)
  return Array.from({ length: count }, (_, index) => items.slice(index * together, (index + 1) * together))
}
