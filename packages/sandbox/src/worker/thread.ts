import type { LoadedPart, NumberedOutcome, NumberedTask, Outcome, Task } from './messages.ts'
import type { State } from './share-state.ts'
import { openState } from './state.ts'

// What a worker runs. It has the database of a page, or asks the worker of another tab that has it.

let state: Promise<State> | undefined

addEventListener('message', ({ data: { id, task } }: MessageEvent<NumberedTask>) => {
  perform(task)
    .catch((error: unknown): Outcome => ({ kind: 'failed', message: messageOf(error) }))
    .then((outcome) => {
      const answer: NumberedOutcome = { id, outcome }
      const body = outcome.kind === 'done' ? outcome.response?.body : undefined
      postMessage(answer, { transfer: body ? [body] : [] })
    })
})

async function perform(task: Task): Promise<Outcome> {
  if (task.kind === 'start') state = openState(task.options, tellLoaded)
  if (!state) throw new Error('The sandbox was not started.')
  const opened = await state
  if (task.kind === 'fetch') return { kind: 'done', response: await opened.fetch(task.request) }
  if (task.kind === 'reset') await opened.reset()
  if (task.kind === 'close') await opened.close()
  return { kind: 'done' }
}

function tellLoaded(loaded: number): void {
  const part: LoadedPart = { loaded }
  postMessage(part)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
