import { globSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentModel } from '@windmill-user-api/codegen'
import { repository } from '../repository.ts'
import { createFillIn } from './fill-in.ts'
import { adaptManifests } from './manifests.ts'
import type { Names } from './names.ts'
import { withoutOwnExamples } from './own-examples.ts'
import { carried, leftBehind, otherTexts, withoutLines } from './parts.ts'
import { adaptPnpmWorkspace } from './pnpm-workspace.ts'
import type { TextFiles } from './text-files.ts'

/** Where the templates are that stand beside, or in place of, what is carried along. */
const templateFolder = path.join(repository, 'tools/workspace')

/** What a workspace is made for. */
export interface Adoption {
  readonly names: Names
  readonly model: DocumentModel
}

/** Writes what a workspace has of this repository: files that are carried along, and templates, each with the new names. */
export async function copyParts(workspace: string, adoption: Adoption): Promise<void> {
  for (const [file, { text, mode }] of await partsFor(adoption)) {
    const target = path.join(workspace, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text, { mode })
  }
}

/** The same, before it is written. */
export async function partsFor({ names, model }: Adoption): Promise<TextFiles> {
  const [own, templates, fillIn] = await Promise.all([
    readFiles(repository, carried, leftBehind),
    readFiles(templateFolder, ['**'], []),
    createFillIn(model),
  ])
  const files = new Map([...ofThisWorkspace(own), ...mapTexts(templates, (text) => fillIn(text))])
  const adapted = adaptPnpmWorkspace(adaptManifests(files, model.version))
  return new Map([...mapTexts(adapted, names.rename)].map(([file, content]) => [names.rename(file), content]))
}

/** Without the lines and texts that are of this workspace alone. */
function ofThisWorkspace(files: TextFiles): TextFiles {
  return mapTexts(files, (text, file) => {
    const own = withOtherTexts(file, withoutForeignLines(file, text))
    return /^packages\/(?!codegen\/).*\.tsx?$/.test(file) ? withoutOwnExamples(own) : own
  })
}

function withoutForeignLines(file: string, text: string): string {
  const foreign = withoutLines[file]
  if (!foreign) return text
  const kept = text.split('\n').filter((line) => !foreign.test(line))
  return changed(file, text, kept.join('\n'))
}

function withOtherTexts(file: string, text: string): string {
  const pairs = otherTexts[file] ?? []
  return pairs.reduce(
    (result, [from, to]) =>
      changed(
        file,
        result,
        result.replace(from, () => to),
      ),
    text,
  )
}

/** What `parts.ts` says of a file that has changed since would be forgotten in silence. */
function changed(file: string, before: string, after: string): string {
  if (before === after) throw new Error(`${file} has nothing of what tools/src/adopt/parts.ts says of it`)
  return after
}

function mapTexts(files: TextFiles, change: (text: string, file: string) => string): TextFiles {
  return new Map([...files].map(([file, { text, mode }]) => [file, { text: change(text, file), mode }]))
}

async function readFiles(
  root: string,
  patterns: readonly string[],
  exclude: readonly string[],
): Promise<TextFiles> {
  const found = globSync([...patterns], { cwd: root, exclude: [...exclude], withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const [text, { mode }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
        return [path.relative(root, file).split(path.sep).join('/'), { text, mode }] as const
      }),
    ),
  )
}
