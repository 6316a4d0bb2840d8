import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repository } from '../repository.ts'

/** The whole reference in one file, where people read it on a code host and see its changes in a review. */
export const wholeReference = 'docs/UserApi.md'

/** Writes it as the docs package has built it. @returns Whether it has changed. */
export async function writeWholeReference(root = repository): Promise<boolean> {
  const file = path.join(root, wholeReference)
  const built = await readFile(path.join(root, 'packages/docs/dist/UserApi.md'), 'utf8')
  if (built === (await readFile(file, 'utf8').catch(() => ''))) return false
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, built)
  return true
}
