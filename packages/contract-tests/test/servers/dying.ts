import { fork } from 'node:child_process'
import { once } from 'node:events'
import { admin, type RunningServer, type ZooServer } from './zoo-server.ts'

const requestsBeforeDeath = 400

/** A process of its own, since it has to end as a process does. */
async function startDying(): Promise<RunningServer> {
  const child = fork(new URL('dying-process.ts', import.meta.url), [String(requestsBeforeDeath)], {
    execArgv: [],
  })
  const ended = once(child, 'exit')
  const [baseUrl] = await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('The server has ended before it listened.'))),
  ])
  const close = async () => {
    child.kill()
    await ended
  }
  return { baseUrl: String(baseUrl), admin, close }
}

/** What it answers before is right: nothing is to be found but that it stops. */
export const dying: ZooServer = {
  name: 'dying',
  summary: `ends in the middle of the ${requestsBeforeDeath}th request`,
  start: startDying,
  findings: [],
  exitStatus: 2,
}
