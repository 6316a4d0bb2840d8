import type { Fetch } from '../../../packages/contract-tests/src/index.ts'
import type { OperationId } from '../../../packages/sandbox/src/generated/document/operations.ts'
import type { Answer, Call, Handler, Reading, Writing } from '../../../packages/sandbox/src/handler.ts'
import { createSandbox } from '../../../packages/sandbox/src/index.ts'
import { handlers } from '../../../packages/sandbox/src/operations/index.ts'
import type { Observed } from './gaps-of.ts'
import { tellMembers, watched } from './watched.ts'

type Operation = Handler<OperationId> | Reading<OperationId> | Writing<OperationId>

interface Notes extends Observed {
  readonly read: Set<string>
  readonly sent: Set<string>
  readonly statuses: Set<string>
}

/** A sandbox whose handlers are watched. */
export interface WatchedSandbox {
  readonly fetch: Fetch
  readonly observed: ReadonlyMap<string, Observed>
  close(): Promise<void>
}

/** Puts a watched handler in the place of each one: the sandbox looks them up when they are called. */
export async function watchSandbox(): Promise<WatchedSandbox> {
  const observed = new Map<string, Notes>()
  for (const [id, operation] of Object.entries(handlers)) {
    const notes = { read: new Set<string>(), sent: new Set<string>(), statuses: new Set<string>() }
    observed.set(id, notes)
    // A handler of one operation is none of another: what is put in its place has the same type.
    Object.assign(handlers, { [id]: watchOperation(operation as Operation, notes) })
  }
  const sandbox = await createSandbox({
    log: ({ operation, status }) => {
      if (operation !== undefined) observed.get(operation)?.statuses.add(String(status))
    },
  })
  return { observed, fetch: (request) => sandbox.fetch(request), close: () => sandbox.close() }
}

function watchOperation(operation: Operation, notes: Notes): Operation {
  if ('read' in operation) return watchReading(operation, notes)
  if ('attempt' in operation) return watchWriting(operation, notes)
  return watchHandler(operation, notes)
}

function watchHandler(handler: Handler<OperationId>, notes: Notes): Handler<OperationId> {
  return async (call) => noteAnswer(await handler(watchCall(call, notes)), notes)
}

function watchReading(reading: Reading<OperationId>, notes: Notes): Reading<OperationId> {
  return {
    async read(call) {
      const read = await reading.read(watchInput(call, notes))
      return read && { ...read, present: () => noteAnswer(read.present(), notes) }
    },
  }
}

function watchWriting(writing: Writing<OperationId>, notes: Notes): Writing<OperationId> {
  return {
    async attempt(call) {
      const answer = await writing.attempt(watchInput(call, notes))
      return answer && noteAnswer(answer, notes)
    },
    handler: watchHandler(writing.handler, notes),
  }
}

function watchCall(call: Call<OperationId>, notes: Notes): Call<OperationId> {
  return { ...watchInput(call, notes), cookies: new WatchedCookies(call.cookies, notes) }
}

function watchInput<Given extends { readonly input: object }>(call: Given, { read }: Notes): Given {
  return { ...call, input: watched(call.input, '', (member) => read.add(member)) }
}

function noteAnswer(answer: Answer<OperationId>, { sent }: Notes): Answer<OperationId> {
  tellMembers('json' in answer ? JSON.parse(answer.json) : answer.body, '', (member) => sent.add(member))
  return answer
}

class WatchedCookies extends Map<string, string> {
  readonly #notes: Notes

  constructor(cookies: ReadonlyMap<string, string>, notes: Notes) {
    super(cookies)
    this.#notes = notes
  }

  override get(name: string): string | undefined {
    this.#notes.read.add(`cookie ${name}`)
    return super.get(name)
  }
}
