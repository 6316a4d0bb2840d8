import type { OperationDescription } from '../document/operation.ts'
import { operations } from '../generated/operations.ts'
import type { SentRequest } from '../http/exchange.ts'
import { essenceOf } from '../http/media-type.ts'
import { NoResponse } from '../http/no-response.ts'
import { createTransport, type Fetch, type Transport } from '../http/transport.ts'
import { reach } from './admin.ts'
import { sessionExamples } from './option-examples.ts'
import { type OptionExamples, refuseWrongOptions } from './refuse-wrong-options.ts'
import { checkBaseUrl } from './session.ts'

/** Where to look, and how. */
export interface DetectOptions {
  readonly baseUrl: string
  readonly fetch?: Fetch
  readonly timeout?: number
  readonly signal?: AbortSignal
}

/** Those of a run, too: they may be kept in one place for both. */
const examples: OptionExamples<DetectOptions> = sessionExamples

/** What a server seems to have, by `operationId`, in the order of the document. */
export interface Detected {
  readonly baseUrl: string
  readonly implemented: readonly string[]
  /** What calls without credentials do not show, each with the reason. */
  readonly unclear: readonly { readonly operation: string; readonly reason: string }[]
  readonly calls: number
}

/** A value for every part of a path. Nothing has this name, so that no call can reach anything. */
const nothing = () => `contract-detect-${crypto.randomUUID().slice(0, 8)}`

/** Statuses by which a server says that it has no such operation. */
const absent = [404, 405, 501]

/**
 * Finds out which operations a server has, neighbours included. It sends no credentials, no body, and no name that exists: a server
 * that has an operation refuses the call. What that does not show, `OPTIONS` may.
 *
 * @throws `SetupProblem` where no server responds.
 *
 * @example
 * ```ts
 * const { implemented } = await detectOperations({ baseUrl: 'http://localhost:8000/api' })
 * await runContract({ baseUrl, admin, implements: implemented })
 * ```
 */
export async function detectOperations(options: DetectOptions): Promise<Detected> {
  refuseWrongOptions('detectOperations', options, examples)
  const { fetch = globalThis.fetch, timeout = 10_000, signal } = options
  const baseUrl = checkBaseUrl(options.baseUrl)
  const prober = new Prober(createTransport({ fetch, timeout, signal }), baseUrl)
  const implemented: string[] = []
  const unclear: { operation: string; reason: string }[] = []
  for (const operation of Object.values(operations)) {
    const found = await prober.find(operation)
    if (found === true) implemented.push(operation.id)
    if (typeof found === 'string') unclear.push({ operation: operation.id, reason: found })
  }
  return { baseUrl, implemented, unclear, calls: prober.calls }
}

/** What is looked at of a response. */
interface Probed {
  readonly status: number
  /** The status and the media type: what a server says to everything alike has one. */
  readonly kind: string
  readonly allow: readonly string[]
}

/** Sends harmless calls to one server. */
class Prober {
  readonly #transport: Transport
  readonly #baseUrl: string
  readonly #baselines = new Map<string, Probed>()
  calls = 0

  constructor(transport: Transport, baseUrl: string) {
    this.#transport = transport
    this.#baseUrl = baseUrl
  }

  /** Whether a server has an operation, or why that cannot be told. */
  async find(operation: OperationDescription): Promise<boolean | string> {
    const { method } = operation
    const path = operation.path.replaceAll(/\{[^}]*\}/g, nothing)
    const baseline = await this.#baseline(method, path)
    const own = await this.#probe(operation.id, method, path)
    if (typeof own === 'string') return own
    if (!absent.includes(own.status) && own.kind !== baseline.kind) return true
    const asked = await this.#probe(operation.id, 'OPTIONS', path)
    if (typeof asked !== 'string' && asked.status < 300 && asked.allow.length > 0) {
      const usual = await this.#baseline('OPTIONS', path)
      if (usual.allow.join() !== asked.allow.join()) return asked.allow.includes(method)
    }
    return own.status === 401 || own.status === 403
      ? `The server returns ${own.status} to every path without credentials.`
      : false
  }

  /** What the server says to a path of the same length that no operation has. */
  async #baseline(method: string, path: string): Promise<Probed> {
    const key = `${method} ${path.split('/').length} ${path.split('/')[1]}`
    const known = this.#baselines.get(key)
    if (known) return known
    const steps = path.split('/').slice(2).map(nothing)
    const probed = await this.#probe('getCurrentEmail', method, ['', path.split('/')[1], ...steps].join('/'))
    const baseline = typeof probed === 'string' ? { status: 0, kind: probed, allow: [] } : probed
    this.#baselines.set(key, baseline)
    return baseline
  }

  /** The response, or what the server does instead. */
  async #probe(operation: string, method: string, path: string): Promise<Probed | string> {
    const request: SentRequest = { method, url: this.#baseUrl + path, headers: {}, body: undefined }
    const send = () => this.#transport.send(operation, request)
    this.calls += 1
    try {
      const { response } = await (this.calls === 1 ? reach(this.#baseUrl, send) : send())
      const type = essenceOf(response.headers.get('content-type')) ?? 'none'
      const allow = (response.headers.get('allow') ?? '').split(',').map((name) => name.trim().toUpperCase())
      return {
        status: response.status,
        kind: `${response.status} ${type}`,
        allow: allow.filter(Boolean).sort(),
      }
    } catch (error) {
      if (!(error instanceof NoResponse)) throw error
      return `The server ${error.actual}.`
    }
  }
}
