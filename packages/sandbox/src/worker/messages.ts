import type { Seed } from '../seed/world.ts'

/** A request as it goes from thread to thread. */
export interface SentRequest {
  readonly url: string
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: ArrayBuffer | undefined
}

/** A response as it comes back. */
export interface SentResponse {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: ArrayBuffer | undefined
}

/** How the sandbox of a worker is to be: what can be sent to another thread. */
export interface WorkerOptions {
  readonly seed?: Seed
  readonly publicUrl: string
  readonly basePath: string
  readonly checkResponses?: boolean
  /** The name under which the browser keeps what is written. Default: memory. */
  readonly persist?: string
}

/** What is asked of the worker that has the database. */
export type Task =
  | { readonly kind: 'start'; readonly options: WorkerOptions }
  | { readonly kind: 'fetch'; readonly request: SentRequest }
  | { readonly kind: 'reset' }
  | { readonly kind: 'close' }

/** What a task comes to. */
export type Outcome =
  | { readonly kind: 'done'; readonly response?: SentResponse }
  | { readonly kind: 'failed'; readonly message: string }

/** A task on its way, with a number under which its outcome is known. */
export interface NumberedTask {
  readonly id: number
  readonly task: Task
}

/** The outcome of the task of this number. */
export interface NumberedOutcome {
  readonly id: number
  readonly outcome: Outcome
}

/** A part of the worker's files that has come, in bytes. */
export interface LoadedPart {
  readonly loaded: number
}

/** Takes a request apart. Its body is read. */
export async function packRequest(request: Request): Promise<SentRequest> {
  const { url, method, headers } = request
  const body = request.body === null ? undefined : await request.arrayBuffer()
  return { url, method, headers: [...headers], body }
}

/** Puts a request together again. */
export function unpackRequest({ url, method, headers, body }: SentRequest): Request {
  return new Request(url, { method, headers: copied(headers), ...(body && { body }) })
}

/** Takes a response apart. Its body is read. */
export async function packResponse(response: Response): Promise<SentResponse> {
  const { status, headers } = response
  const body = response.body === null ? undefined : await response.arrayBuffer()
  return { status, headers: [...headers], body }
}

/** Puts a response together again. */
export function unpackResponse({ status, headers, body }: SentResponse): Response {
  return new Response(body ?? null, { status, headers: copied(headers) })
}

function copied(headers: SentRequest['headers']): [string, string][] {
  return headers.map(([name, value]) => [name, value])
}
