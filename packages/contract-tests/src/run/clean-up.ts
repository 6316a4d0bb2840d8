import { SetupProblem } from '../errors.ts'
import { readAccounts } from '../fixtures/account-list.ts'
import { type Api, createApi } from '../fixtures/api.ts'
import { endTokens, revokeTokens } from '../fixtures/end-tokens.ts'
import { LastingTokens } from '../fixtures/lasting-tokens.ts'
import { createManifest, type Entry, type Manifest } from '../fixtures/manifest.ts'
import { endManifest, isGoingOn, readManifests, type StoredManifest } from '../fixtures/manifest-file.ts'
import { isRandomRunName, readName } from '../fixtures/names.ts'
import { leftIn, removeThings } from '../fixtures/remove-things.ts'
import type { Left, Thing } from '../fixtures/thing.ts'
import { type Bounds, boundedTransport, cleanUpBounds } from '../http/bounded-transport.ts'
import { createSecrets } from '../http/secrets.ts'
import { createTransport } from '../http/transport.ts'
import { logInAsAdmin } from './admin.ts'
import { findWorkspaces } from './find-workspaces.ts'
import { sessionExamples } from './option-examples.ts'
import { patient, retry } from './patience.ts'
import { type OptionExamples, refuseWrongOptions } from './refuse-wrong-options.ts'
import { checkBaseUrl, type SessionOptions } from './session.ts'
import { manifestFolder } from './things.ts'

/** Which server to clean up, and how much may be done for it. */
export interface CleanUpOptions
  extends Pick<SessionOptions, 'baseUrl' | 'fetch' | 'timeout' | 'signal' | 'manifest'> {
  /** How many calls are made at most, and for how long. Default: 10,000 calls and 10 minutes. */
  readonly bounds?: Bounds
  /** The super admin who removes. */
  readonly admin: { readonly email: string; readonly password: string }
}

/** Those of a run, too: they may be kept in one place for both. Which run is cleaned up is an argument of its own. */
const { run: _run, ...ofSession } = sessionExamples
const examples: OptionExamples<CleanUpOptions> = { ...ofSession, bounds: cleanUpBounds }

/** What was found of earlier runs. */
export interface CleanUpReport {
  /** What a read says to be gone now. */
  readonly removed: readonly Thing[]
  /** What could not be removed, each with the reason. */
  readonly left: readonly Left[]
  /** What was not touched though it looks as if a run had made it, in sentences. */
  readonly untouched: readonly string[]
  /** Why there may be more that was not found, in sentences. */
  readonly doubts: readonly string[]
}

/**
 * Removes what runs left that were killed: what their manifests list, and every account and workspace whose name is that of a run.
 * Without `run`, runs that still go on and runs whose name somebody has chosen are not touched.
 *
 * @throws `SetupProblem` when there is no such server, no such super admin, or nothing can be found there.
 *
 * @example
 * ```ts
 * const { removed, left } = await cleanUp({ baseUrl: 'http://localhost:8000/api', admin }, 'k3v9x0qa7c')
 * ```
 */
export async function cleanUp(options: CleanUpOptions, run?: string): Promise<CleanUpReport> {
  refuseWrongOptions('cleanUp', options, examples)
  const { fetch = globalThis.fetch, timeout = 10_000, bounds = cleanUpBounds, signal } = options
  const baseUrl = checkBaseUrl(options.baseUrl)
  const stored = findManifests(options, baseUrl, run)
  const transport = patient(retry(createTransport({ fetch, timeout }), signal), signal)
  const has = () => true
  const lasting = new LastingTokens({
    ...{ transport: boundedTransport(transport, { bounds, signal }), baseUrl, has },
    ...{ secrets: createSecrets(), explains: false },
  })
  const api = createApi({ transport: lasting, baseUrl })
  const admin = await logInAsAdmin(api, options.admin, baseUrl)
  lasting.keep(admin)
  const own = createManifest()
  const endOwn = () => {
    // A stopped clean-up ends its session all the same, if the server responds soon.
    const last = { calls: 8, milliseconds: signal?.aborted ? 1_000 : 10_000 }
    const lastApi = createApi({ transport: boundedTransport(transport, { bounds: last }), baseUrl })
    return endTokens({ api: lastApi, has, manifest: own }, [admin.token, ...lasting.opened()])
  }
  try {
    const found = await findThings(api, admin, stored, run)
    const manifest = createManifest(found.entries)
    const isOfRun = (email: string) => found.runs.has(readName(email)?.run ?? '')
    const { removed, left } = await removeThings({ api, admin, manifest, isOfRun })
    const revoked = await revokeTokens({ api, admin, manifest })
    keepManifests(options, stored.manifests, manifest.entries())
    await endOwn()
    return {
      removed: [...removed, ...revoked],
      left: [...left.filter(({ kind }) => kind !== 'token'), ...tokensIn(manifest), ...tokensIn(own)],
      untouched: [...stored.untouched, ...found.untouched],
      doubts: found.doubts,
    }
  } catch (error) {
    await endOwn()
    throw error
  }
}

function tokensIn(manifest: Manifest): readonly Left[] {
  return leftIn(manifest).filter(({ kind }) => kind === 'token')
}

interface StoredManifests {
  readonly manifests: readonly StoredManifest[]
  readonly untouched: readonly string[]
  /** Runs that are not touched. */
  readonly goingOn: ReadonlySet<string>
}

function findManifests(options: CleanUpOptions, baseUrl: string, run: string | undefined): StoredManifests {
  const folder = manifestFolder(options)
  if (folder === undefined) return { manifests: [], untouched: [], goingOn: new Set() }
  const { manifests, problems } = readManifests(folder)
  const named = manifests.find((manifest) => manifest.run === run)
  if (named && named.baseUrl !== baseUrl)
    throw new SetupProblem(
      `The run ${named.run} was made on another server. Expected --base-url ${named.baseUrl}, got ${baseUrl}.`,
    )
  const here = manifests.filter(
    (manifest) => manifest.baseUrl === baseUrl && (run ?? manifest.run) === manifest.run,
  )
  // A run that is named is meant.
  const goingOn = new Set(run === undefined ? here.filter(isGoingOn).map((manifest) => manifest.run) : [])
  const untouched = [...goingOn].map(
    (name) => `The run ${name} is still going on. If it is not: --cleanup ${name}`,
  )
  return {
    manifests: here.filter((manifest) => !goingOn.has(manifest.run)),
    untouched: [...problems, ...untouched],
    goingOn,
  }
}

interface Found {
  readonly entries: readonly Entry[]
  readonly runs: ReadonlySet<string>
  readonly doubts: readonly string[]
  readonly untouched: readonly string[]
}

/** What the manifests list, and what bears the name of a run that has no manifest. */
async function findThings(
  api: Api,
  admin: { readonly email: string; readonly token: string },
  { manifests, goingOn }: StoredManifests,
  named: string | undefined,
): Promise<Found> {
  const { accounts, problem } = await readAccounts(api, admin)
  if (problem !== undefined && accounts.size === 0 && manifests.length === 0)
    throw new SetupProblem(
      `Nothing can be found on this server: ${problem}. Expected the list of all accounts, or the manifest of the run in the folder of --manifest.`,
    )
  const names = [...accounts.values()].map(({ email }) => ({ email, ...readName(email) }))
  const isMeant = (run: string) =>
    named === undefined ? isRandomRunName(run) && !goingOn.has(run) : run === named
  const known = new Set(manifests.map(({ run }) => run))
  const others = new Set(
    names.flatMap(({ run }) => (run !== undefined && isMeant(run) && !known.has(run) ? [run] : [])),
  )
  if (named !== undefined && !known.has(named)) others.add(named)
  const entries = manifests.flatMap((manifest) => manifest.entries)
  for (const { email, run } of names)
    if (run !== undefined && others.has(run)) entries.push({ kind: 'account', name: email, state: 'made' })
  const isListNeeded = named === undefined || others.size > 0
  const doubts = problem !== undefined && isListNeeded ? [`Further accounts may be left: ${problem}.`] : []
  for (const run of others) {
    const highest = Math.max(0, ...names.filter((name) => name.run === run).map(({ count = 0 }) => count))
    const workspaces = await findWorkspaces(api, admin.token, run, highest)
    entries.push(...workspaces.names.map((name) => ({ kind: 'workspace', name, state: 'made' }) as const))
    if (workspaces.problem !== undefined)
      doubts.push(`Workspaces of the run ${run} may be left: ${workspaces.problem}.`)
  }
  const alike = names.filter(
    ({ run }) => run !== undefined && !isMeant(run) && !known.has(run) && !goingOn.has(run),
  )
  return {
    entries,
    runs: new Set([...known, ...others]),
    doubts,
    untouched: named === undefined ? alike.map(({ email, run }) => describeAlike(email, run)) : [],
  }
}

function describeAlike(email: string, run: string | undefined): string {
  return `account ${email} is named like one of a run, but nothing shows that a run made it. If one did: --cleanup ${run}`
}

function keepManifests(
  options: CleanUpOptions,
  manifests: readonly StoredManifest[],
  entries: readonly Entry[],
): void {
  const folder = manifestFolder(options)
  if (folder === undefined) return
  const known = createManifest(entries)
  for (const stored of manifests)
    endManifest(folder, { ...stored, entries: stored.entries.map((entry) => known.find(entry) ?? entry) })
}
