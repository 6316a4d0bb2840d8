import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { repository } from '../../repository.ts'

const worker = path.join(repository, 'packages/contract-tests/test/faults/worker.ts')

/** What a worker is to do: a line of JSON, answered by one. */
export type Order = Readonly<Record<string, unknown>>

/** Has every order obeyed, by as many processes as there are lanes. Tells of each answer as it comes. */
export async function obeyAll<Answer>(
  orders: readonly Order[],
  lanes: number,
  onAnswer: (answer: Answer, order: Order) => void,
): Promise<void> {
  const waiting = [...orders]
  const runLane = async () => {
    const process = startWorker()
    try {
      for (let order = waiting.shift(); order; order = waiting.shift())
        onAnswer(await process.ask<Answer>(order), order)
    } finally {
      process.stop()
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, orders.length) }, runLane))
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
