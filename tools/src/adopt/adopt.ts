import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  rmdir,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { explainFailure, readDocumentFile } from '@windmill-user-api/codegen/reading'
import { stringify } from 'yaml'
import { repository } from '../repository.ts'
import { type AcceptedDocument, acceptDocument } from './accept-document.ts'
import { adoptReport, refusedOperations } from './adopt-report.ts'
import { copyParts } from './copy-parts.ts'
import { namesFor } from './names.ts'
import { createRunner, type Progress } from './run-tool.ts'
import { splitDocument } from './split-document.ts'

export interface AdoptOptions {
  /** What the packages are called: `@acme/petstore`. */
  readonly name: string
}

export interface Adopted {
  /** How many operations the workspace has. */
  readonly accepted: number
  /** How many it lacks. */
  readonly refused: number
}

/**
 * Writes a workspace for the document. It is made beside the folder and moved there when it is whole, so that an error or Ctrl-C
 * leaves nothing behind.
 *
 * @throws Error that says what is wrong with the document, the folder or the name.
 */
export async function adopt(
  file: string,
  folder: string,
  { name }: AdoptOptions,
  progress: Progress,
): Promise<Adopted> {
  const { say } = progress
  const target = path.resolve(folder)
  await refuseOccupied(target)
  say(`reading ${file}`)
  const accepted = await readAccepted(file)
  const { model, refusals } = accepted
  const names = namesFor(name, model.title)
  await mkdir(path.dirname(target), { recursive: true })
  const workspace = await mkdtemp(path.join(path.dirname(target), `.${path.basename(target)}-`))
  try {
    // it is made for its maker alone
    await chmod(workspace, 0o755)
    const tool = createRunner(workspace, progress)
    say(`splitting ${model.operations.length} operations into spec/`)
    await writeSpec(path.join(workspace, 'spec'), splitDocument(accepted.document))
    say('copying the packages')
    await copyParts(workspace, { names, model })
    await writeFile(path.join(workspace, 'adopt-report.md'), adoptReport({ file, model, refusals }))
    say('recording what the document breaks of the rules for its style')
    await withPackagesOfRules(workspace, () =>
      tool('redocly', ['lint', 'internal', '--generate-ignore-file'], 'spec'),
    )
    say('formatting')
    await tool('biome', ['check', '--write', '--log-level=error', '.'])
    say('writing the lockfile')
    await tool('pnpm', ['install', '--lockfile-only', '--prefer-offline', '--no-frozen-lockfile'])
    await moveTo(workspace, target)
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
  const adopted = { accepted: model.operations.length, refused: refusedOperations(refusals) }
  say(summary({ folder, ...adopted }))
  return adopted
}

/** The rules import packages. Until the workspace is installed, they are those of this repository. */
async function withPackagesOfRules(workspace: string, run: () => Promise<unknown>): Promise<void> {
  const packages = 'packages/lint-rules/node_modules'
  const link = path.join(workspace, packages)
  await symlink(path.join(repository, packages), link, 'junction')
  try {
    await run()
  } finally {
    await unlink(link)
  }
}

async function readAccepted(file: string): Promise<AcceptedDocument> {
  const json = await readDocumentFile(file)
  try {
    return acceptDocument(json)
  } catch (error) {
    throw explainFailure(error)
  }
}

async function writeSpec(spec: string, files: ReadonlyMap<string, unknown>): Promise<void> {
  for (const [name, part] of files) {
    const file = path.join(spec, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, stringify(part, { aliasDuplicateObjects: false, lineWidth: 110 }))
  }
}

async function refuseOccupied(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Error(`${target} cannot be used: ${error.message}. Expected a folder that is new or empty.`)
  })
  if (entries.length > 0)
    throw new Error(
      `${target} is not empty: it has ${entries[0]}. Expected a folder that is new or empty, such as ../petstore.`,
    )
}

/** A rename replaces an empty folder on some systems alone. */
async function moveTo(workspace: string, target: string): Promise<void> {
  await rmdir(target).catch(() => {})
  await rename(workspace, target)
}

interface Outcome extends Adopted {
  readonly folder: string
}

function summary({ folder, accepted, refused }: Outcome): string {
  const all = `${accepted} ${accepted === 1 ? 'operation is' : 'operations are'} right`
  return [
    `${all}, ${refused} refused: see ${path.join(folder, 'adopt-report.md')}`,
    '',
    'Next:',
    `  cd ${folder}`,
    '  npx -y pnpm@12.21.0 start',
    '  npx -y pnpm@12.21.0 test',
  ].join('\n')
}
