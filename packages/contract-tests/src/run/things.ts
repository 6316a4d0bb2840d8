import type { Identity } from '../checks/setup.ts'
import { type AccountList, readAccounts } from '../fixtures/account-list.ts'
import type { Api } from '../fixtures/api.ts'
import { prefixOf, tokenThing } from '../fixtures/end-tokens.ts'
import { createManifest, type Manifest } from '../fixtures/manifest.ts'
import { defaultFolder, openManifestFile } from '../fixtures/manifest-file.ts'
import { readName } from '../fixtures/names.ts'
import type { RecordOptions, ThingRecorder } from '../fixtures/record-things.ts'
import { isAddressable } from '../fixtures/removal.ts'
import { formsOf } from '../fixtures/remove-accounts.ts'
import { leftIn, removeThings } from '../fixtures/remove-things.ts'
import { cleanUpCommand, type Left, type Thing } from '../fixtures/thing.ts'
import { createWorkspaceReader } from '../fixtures/workspace-reader.ts'
import type { Fetch } from '../http/transport.ts'

/** What a run makes: its manifest, the file of it, and the removal at the end. */
export interface Things {
  readonly manifest: Manifest
  readonly cleanUpCommand: string
  count(): { readonly accounts: number; readonly workspaces: number }
  /** What a recorder of calls needs to know. */
  recordOptions(api: Api, admin: Identity | undefined): RecordOptions
  /** A token was opened for an account that the run has not made. */
  opened(token: string, owner: string): void
  /** Removes accounts and workspaces; nothing where a run makes nothing. */
  remove(by: RemovedBy | undefined): Promise<void>
  /** Ends the file, and names what is left. */
  end(): readonly Left[]
}

interface RemovedBy extends Pick<ThingRecorder, 'passwords'> {
  readonly api: Api
  readonly admin: Identity
}

interface ThingsOptions {
  readonly manifest?: string | false
  readonly fetch?: Fetch
  readonly profile?: string
}

/** The folder for manifests; undefined where none is kept: a run in process ends with its server. */
export function manifestFolder({ manifest, fetch, profile }: ThingsOptions): string | undefined {
  if (manifest === false || profile === 'read-only') return undefined
  // An empty value in the environment is none.
  return manifest || (fetch ? undefined : defaultFolder)
}

/** Throws a `SetupProblem` where the folder of the manifest cannot be written. */
export function openThings(
  options: ThingsOptions,
  { run, baseUrl }: { readonly run: string; readonly baseUrl: string },
): Things {
  const folder = manifestFolder(options)
  const file = folder === undefined ? undefined : openManifestFile(folder, { run, baseUrl })
  const manifest = createManifest(file?.earlier, file?.save)
  const isOfRun = (email: string) => readName(email)?.run === run
  const prefix = `contract-${run}-`
  let before: AccountList | undefined
  const asked = new Set(file?.earlier.map(({ kind, name }) => `${kind} ${name}`))
  return {
    manifest,
    cleanUpCommand: cleanUpCommand(run, baseUrl, folder === defaultFolder ? undefined : folder),
    count: () => ({ accounts: countOf(manifest, 'account'), workspaces: countOf(manifest, 'workspace') }),
    recordOptions: (api, admin) => ({
      manifest,
      isOwn: (name) => name.toLowerCase().startsWith(prefix),
      onSend: ({ kind, name }) => asked.add(`${kind} ${name}`),
      exists: existsOn(api, admin, (list) => {
        before = list
      }),
    }),
    opened: (token, owner) => manifest.note(tokenThing(prefixOf(token)), { state: 'made', owner }),
    async remove(by) {
      if (by && manifest.entries().some(isRemovable))
        await removeThings({ ...by, manifest, isOfRun, ...(before && { before }) })
      else noteLeft(manifest, options, asked)
    },
    end() {
      file?.end(manifest.entries())
      return leftIn(manifest)
    },
  }
}

function isRemovable({ kind }: Thing): boolean {
  return kind !== 'token'
}

/** What nobody has removed, because it takes a super admin. What was never asked for, and what a read-only run meant to make, does not exist. */
function noteLeft(manifest: Manifest, { profile }: ThingsOptions, asked: ReadonlySet<string>): void {
  for (const {
    kind,
    name,
    state,
    why = 'no super admin was given who could remove it',
  } of manifest.entries()) {
    const isLeft = isRemovable({ kind, name }) && (state === 'made' || state === 'left')
    const isUnsent = !asked.has(`${kind} ${name}`) && state === 'intended'
    if ((profile === 'read-only' || isUnsent) && isRemovable({ kind, name }))
      manifest.note({ kind, name }, { state: 'gone' })
    else if (isLeft) manifest.note({ kind, name }, { state: 'left', why })
  }
}

function countOf(manifest: Manifest, kind: Thing['kind']): number {
  return manifest.entries().filter((entry) => entry.kind === kind && entry.state !== 'refused').length
}

/** Whether a thing of an odd name was there before the run: such a name may be somebody else's. */
function existsOn(
  api: Api,
  admin: Identity | undefined,
  learn: (before: AccountList) => void,
): RecordOptions['exists'] {
  if (!admin) return async () => undefined
  let accountsBefore: Promise<AccountList> | undefined
  const reader = createWorkspaceReader(api, admin.token)
  return async ({ kind, name }) => {
    if (kind === 'workspace') return isAddressable(name) && (await reader.read(name)).state === 'there'
    accountsBefore ??= readAccounts(api, admin)
    const list = await accountsBefore
    learn(list)
    const { accounts, problem } = list
    if (formsOf(name).some((form) => accounts.has(form))) return true
    return problem === undefined ? false : undefined
  }
}
