import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { repository } from '../../repository.ts'
import { type Journal, noJournal } from './journal.ts'

const worker = path.join(repository, 'packages/contract-tests/test/faults/worker.ts')

/** What a worker is to do: a line of JSON, answered by one. */
export type Order = Readonly<Record<string, unknown>>

/** How orders are obeyed. */
export interface Lanes {
  /** How many processes obey them. */
  readonly lanes: number
  /** Answers that are known from an earlier run. */
  readonly journal?: Journal
}

/** Has every order obeyed that the journal does not answer. Tells of each answer as it comes. */
export async function obeyAll<Answer>(
  orders: readonly Order[],
  { lanes, journal = noJournal }: Lanes,
  onAnswer: (answer: Answer, order: Order) => void,
): Promise<void> {
  const waiting = orders.filter((order) => {
    // What is kept for an order is what a worker has answered to it.
    const known = journal.find(order) as Answer | undefined
    if (known !== undefined) onAnswer(known, order)
    return known === undefined
  })
  const runLane = async () => {
    const process = startWorker()
    try {
      for (let order = waiting.shift(); order; order = waiting.shift()) {
        const answer = await process.ask<Answer>(order)
        journal.keep(order, answer)
        onAnswer(answer, order)
      }
    } finally {
      process.stop()
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, waiting.length) }, runLane))
}

function startWorker() {
  const child = spawn(process.execPath, [worker], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const end = ended(child)
  return {
    async ask<Answer>(order: Order): Promise<Answer> {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      const { value, done } = await Promise.race([lines.next(), end])
      if (done) throw new Error(`The worker has ended at ${JSON.stringify(order)}.`)
      const answer: Answer = JSON.parse(value)
      return answer
    },
    stop: () => child.stdin.end(),
  }
}

async function ended(child: ChildProcess): Promise<{ value: undefined; done: true }> {
  await once(child, 'exit')
  return { value: undefined, done: true }
}
