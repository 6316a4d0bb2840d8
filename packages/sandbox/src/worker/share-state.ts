import type { SentRequest, SentResponse } from './messages.ts'
import { takeTurn } from './take-turn.ts'

/** What a sandbox keeps, for one tab or for several. */
export interface State {
  fetch(request: SentRequest): Promise<SentResponse>
  reset(): Promise<void>
  close(): Promise<void>
}

/** What a tab asks of the one that has the database. */
type Question =
  | { readonly kind: 'fetch'; readonly id: string; readonly request: SentRequest }
  | { readonly kind: 'reset'; readonly id: string }

/** What all tabs hear. `by` is the tab that has the database. */
type Letter =
  | Question
  /** It begins to answer: the question may have had its effect. */
  | { readonly kind: 'received'; readonly id: string; readonly by: string }
  | { readonly kind: 'done'; readonly id: string; readonly response: SentResponse }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string }
  /** It has the database from now on. */
  | { readonly kind: 'taken'; readonly by: string }

interface Waiting {
  readonly question: Question
  receivedBy: string | undefined
  resolve(response: SentResponse): void
  reject(error: Error): void
}

/**
 * Lets one tab at a time open a state: two would destroy each other's files. The others send it what they are asked, and the next one
 * takes over when it goes.
 *
 * @param open - Called in the tab whose turn it is.
 */
export async function shareState(name: string, open: () => Promise<State>): Promise<State> {
  const key = `windmill-user-api-sandbox:${name}`
  const self = crypto.randomUUID()
  const channel = new BroadcastChannel(key)
  const send = (letter: Letter) => channel.postMessage(letter)
  const waiting = new Map<string, Waiting>()
  const host = createHost(self, send)

  function ask(question: Question): Promise<SentResponse> {
    if (host.state) return host.state.then((state) => answer(state, question))
    return new Promise((resolve, reject) => {
      waiting.set(question.id, { question, receivedBy: undefined, resolve, reject })
      send(question)
    })
  }

  /** A write that a tab has begun which is gone may be done or not: only its sender can find out. */
  function askAgain(taker: string) {
    for (const { question, receivedBy, resolve, reject } of [...waiting.values()]) {
      if (receivedBy === taker) continue
      waiting.delete(question.id)
      if (receivedBy === undefined || isRead(question)) ask(question).then(resolve, reject)
      else if (question.kind === 'fetch') resolve(unavailable)
      else reject(new Error(tabIsGone))
    }
  }

  function settle(letter: Exclude<Letter, Question | { kind: 'taken' }>) {
    const asker = waiting.get(letter.id)
    if (!asker) return
    if (letter.kind === 'received') {
      asker.receivedBy = letter.by
      return
    }
    waiting.delete(letter.id)
    if (letter.kind === 'done') asker.resolve(letter.response)
    else asker.reject(new Error(letter.message))
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Letter>) => {
    if (data.kind === 'taken') askAgain(data.by)
    else if (data.kind === 'fetch' || data.kind === 'reset') host.answer(data)
    else settle(data)
  })
  const turn = await takeTurn(key, async () => {
    await host.open(open)
    send({ kind: 'taken', by: self })
    askAgain(self)
  })
  return {
    fetch: (request) => ask({ kind: 'fetch', id: crypto.randomUUID(), request }),
    async reset() {
      await ask({ kind: 'reset', id: crypto.randomUUID() })
    },
    async close() {
      await host.close()
      turn.end()
      channel.close()
    },
  }
}

/** A tab, as it answers others while it has the database. */
interface Host {
  /** None while another tab has it. */
  readonly state: Promise<State> | undefined
  open(begin: () => Promise<State>): Promise<void>
  answer(question: Question): void
  /** Ends what it has begun. What is asked from now on is for the next tab. */
  close(): Promise<void>
}

/** Asking again and the news that calls for it may cross: so many questions are known again. */
const remembered = 1_000

function createHost(self: string, send: (letter: Letter) => void): Host {
  const known = new Set<string>()
  const answering = new Set<Promise<void>>()
  let state: Promise<State> | undefined

  function remember(id: string) {
    known.add(id)
    const [oldest] = known
    if (oldest && known.size > remembered) known.delete(oldest)
  }

  return {
    get state() {
      return state
    },
    async open(begin) {
      state = begin()
      await state.catch((error: unknown) => {
        state = undefined
        throw error
      })
    },
    answer(question) {
      const { id } = question
      if (!state || known.has(id)) return
      remember(id)
      const whole = state
        .then((opened) => {
          // Not before: a state that cannot be opened has no effect.
          send({ kind: 'received', id, by: self })
          return answer(opened, question)
        })
        .then(
          (response) => send({ kind: 'done', id, response }),
          (error: Error) => send({ kind: 'failed', id, message: error.message }),
        )
        .finally(() => answering.delete(whole))
      answering.add(whole)
    },
    async close() {
      const leaving = state
      state = undefined
      await (await leaving)?.close()
      await Promise.all(answering)
    },
  }
}

const nothing: SentResponse = { status: 204, headers: [], body: undefined }

async function answer(state: State, question: Question): Promise<SentResponse> {
  if (question.kind === 'fetch') return state.fetch(question.request)
  await state.reset()
  return nothing
}

function isRead(question: Question): boolean {
  return question.kind === 'fetch' && ['GET', 'HEAD'].includes(question.request.method)
}

const tabIsGone = 'the tab that kept the data was closed. Look what it has done, and try again'

const unavailable: SentResponse = {
  status: 503,
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Retry-After', '1'],
  ],
  body: new TextEncoder().encode(`Unavailable: ${tabIsGone}`).buffer,
}
