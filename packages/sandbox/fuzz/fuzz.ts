import fc from 'fast-check'
import type { Sandbox } from '../src/index.ts'
import { serve } from '../src/node.ts'
import { requests } from './arbitrary-request.ts'
import { asCommand } from './as-command.ts'
import { growth, megabytesInUse } from './memory.ts'
import type { RawRequest } from './request.ts'
import { type Outcome, send } from './send.ts'

/** After each window the sandbox is as new, so that what it keeps is measured, not what was written. */
export interface Window {
  readonly number: number
  readonly requests: number
  readonly megabytes: number
}

export interface FuzzOptions {
  /** The same seed makes the same requests. */
  readonly seed: number
  /** Asked before each window. */
  readonly goesOn: (windows: readonly Window[]) => boolean
  /** How many times requests are sent in a window, up to six at once. Default: 200. */
  readonly runsPerWindow?: number
  readonly onWindow?: (window: Window) => void
  /** Once it is aborted, what is on its way is waited for, and nothing more is sent. */
  readonly signal?: AbortSignal
}

export interface Findings {
  readonly requests: number
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>
  /** What is wrong, in words; undefined where nothing was found. */
  readonly problem: string | undefined
}

/** Sends a sandbox what no client would, until it fails or the time is over. */
export async function fuzz(
  sandbox: Pick<Sandbox, 'fetch' | 'reset'>,
  options: FuzzOptions,
): Promise<Findings> {
  const { seed, goesOn, runsPerWindow = 200, onWindow, signal } = options
  const server = await serve(sandbox, { host: '127.0.0.1' })
  const statuses = new Map<number, number>()
  const windows: Window[] = []
  const total = () => windows.reduce((sum, window) => sum + window.requests, 0)
  try {
    while (!signal?.aborted && goesOn(windows)) {
      await sandbox.reset()
      const number = windows.length + 1
      const ofWindow = { seed: seed + number, runsPerWindow, statuses, signal }
      const { sent, problem } = await fuzzWindow(server.url, ofWindow)
      if (problem || signal?.aborted)
        return { requests: total() + sent, statuses, problem: problem ?? explainGrowth(windows) }
      await sandbox.reset()
      const window = { number, requests: sent, megabytes: megabytesInUse() }
      windows.push(window)
      onWindow?.(window)
    }
    return { requests: total(), statuses, problem: explainGrowth(windows) }
  } finally {
    await server.close()
  }
}

interface WindowOptions {
  readonly seed: number
  readonly runsPerWindow: number
  readonly statuses: Map<number, number>
  readonly signal: AbortSignal | undefined
}

async function fuzzWindow(url: string, { seed, runsPerWindow, statuses, signal }: WindowOptions) {
  const port = Number(new URL(url).port)
  let sent = 0
  const atOnce = fc.array(requests, { minLength: 1, maxLength: 6 })
  const isFine = fc.asyncProperty(atOnce, async (batch) => {
    if (signal?.aborted) return
    sent += batch.length
    const outcomes = await Promise.all(batch.map((request) => send(port, request)))
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.kind === 'answered') statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1)
      const problem = problemOf(outcome, batch[index])
      if (problem) throw new Error(problem)
    }
  })
  const details = await fc.check(isFine, { seed, numRuns: runsPerWindow })
  const [batch] = details.counterexample ?? []
  const reason = details.errorInstance instanceof Error ? details.errorInstance.message : 'a failure'
  return { sent, problem: batch && explainBatch(await narrow(port, batch), reason, url) }
}

/** The one request that fails alone as well, or all where none does. */
async function narrow(port: number, batch: readonly RawRequest[]): Promise<readonly RawRequest[]> {
  for (const request of batch) {
    if (problemOf(await send(port, request), request)) return [request]
  }
  return batch
}

function problemOf(outcome: Outcome, request: RawRequest | undefined): string | undefined {
  if (outcome.kind === 'hung') return 'no answer within ten seconds'
  if (outcome.kind === 'closed')
    return request?.damage ? undefined : 'the connection was closed without an answer'
  return outcome.status >= 500
    ? `the answer ${outcome.text.replace(/^(.*?)\r\n.*\r\n\r\n/s, '$1: ')}`
    : undefined
}

function explainBatch(batch: readonly RawRequest[], reason: string, url: string): string {
  const commands = batch.map((request) => asCommand(request, url))
  return [reason, '', `Sent${batch.length > 1 ? ' at once' : ''}:`, ...commands].join('\n')
}

function explainGrowth(windows: readonly Window[]): string | undefined {
  const megabytes = growth(windows.map((window) => window.megabytes))
  if (megabytes === 0) return undefined
  return `the memory in use has grown by ${megabytes.toFixed(1)} MB: ${windows.map((window) => window.megabytes.toFixed(0)).join(', ')}`
}
