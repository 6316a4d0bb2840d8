import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lint } from '../../src/lint/lint.ts'
import { asText } from '../../src/lint/report.ts'
import { repository } from '../../src/repository.ts'

/** A copy of the document, to make mistakes in. */
export interface DocumentCopy {
  readonly folder: string
  /** Replaces a text of a file, which has to be there. */
  replace(file: string, from: string | RegExp, to: string): Promise<void>
  write(file: string, text: string): Promise<void>
  read(file: string): Promise<string>
  remove(file: string): Promise<void>
  /** What the lint prints of it, line by line. */
  lint(): Promise<string[]>
  /** Undoes all edits. */
  restore(): Promise<void>
}

/** Makes one beside the packages that its lint needs. */
export async function copyDocument(): Promise<DocumentCopy & AsyncDisposable> {
  const root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-author-'))
  const folder = path.join(root, 'spec')
  await symlink(path.join(repository, 'packages'), path.join(root, 'packages'))
  const fill = async () => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    for (const part of ['openapi.yaml', 'redocly.yaml', 'package.json', 'paths', 'components', 'workflows'])
      await cp(path.join(repository, 'spec', part), path.join(folder, part), { recursive: true })
    await symlink(path.join(repository, 'spec/node_modules'), path.join(folder, 'node_modules'))
  }
  await fill()
  const at = (file: string) => path.join(folder, file)
  const read = (file: string) => readFile(at(file), 'utf8')
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(at(file)), { recursive: true })
    await writeFile(at(file), text)
  }
  return {
    folder,
    read,
    write,
    replace: async (file, from, to) => {
      const text = await read(file)
      const changed = text.replace(from, to)
      if (changed === text) throw new Error(`${file} has no ${from}`)
      await write(file, changed)
    },
    remove: (file) => rm(at(file)),
    lint: async () =>
      asText(await lint(folder), 'spec')
        .split('\n')
        .slice(0, -1),
    restore: fill,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
