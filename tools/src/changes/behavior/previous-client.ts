import { spawn } from 'node:child_process'
import { cp, symlink } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { exampleExchange, hasSuccess, readDocument } from '@windmill-user-api/codegen'
import type { Content } from '../../packages/read-tarball.ts'
import type { Reason } from '../reason.ts'
import { installPacked } from './install-packed.ts'
import { judgeClient, type Outcomes } from './judge-client.ts'

type Release = ReadonlyMap<string, Content>

export interface ClientComparison {
  readonly before: Release
  readonly after: Release
  readonly folder: string
  readonly signal: AbortSignal
}

/** The calls of an operation that a program makes, with the examples of the document. */
interface Call {
  readonly id: string
  readonly input: unknown
  readonly statuses: readonly (number | string)[]
}

const programs = { sandbox: 'call-sandbox.mjs', msw: 'call-mocks.mjs' } as const

/** Calls the sandbox and the mocks of both releases with the client of the last one, and compares what it gets. */
export async function comparePreviousClient(comparison: ClientComparison): Promise<readonly Reason[]> {
  const { before, after, folder } = comparison
  const calls = callsOf(before.get('openapi') ?? new Map())
  const client = await installPacked(path.join(folder, 'client'), 'client', before)
  const reasons: Reason[] = []
  for (const server of ['sandbox', 'msw'] as const) {
    if (!before.has(server) || !after.has(server)) continue
    const outcomes = async (release: Release) => {
      const place = path.join(folder, release === before ? 'client-before' : 'client-after')
      await installPacked(place, server, release)
      await symlink(client, path.join(place, server, 'node_modules/@windmill-user-api/client'))
      return run(path.join(place, server), programs[server], calls, comparison.signal)
    }
    reasons.push(...judgeClient(server, await outcomes(before), await outcomes(after)))
  }
  return reasons
}

function callsOf(openapi: Content): readonly Call[] {
  const model = readDocument(
    JSON.parse(Buffer.from(openapi.get('dist/openapi.json') ?? '', 'latin1').toString()),
  )
  return model.operations.filter(hasSuccess).map((operation) => ({
    id: operation.id,
    input: exampleExchange(model, operation).input,
    statuses: operation.responses.map(({ status }) => (/^\d+$/.test(status) ? Number(status) : status)),
  }))
}

/** The program lies beside the `node_modules` of the server, which has the client of the last release as well. */
async function run(
  place: string,
  program: string,
  calls: readonly Call[],
  signal: AbortSignal,
): Promise<Outcomes> {
  await cp(path.join(import.meta.dirname, 'programs'), place, { recursive: true })
  const child = spawn(process.execPath, [path.join(place, program)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    signal,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.end(JSON.stringify(calls))
  const [printed, status] = await Promise.all([text(child.stdout), ended])
  if (status !== 0) throw new Error(`${program} ended with ${status}: it says why above.`)
  return JSON.parse(printed)
}
