import { delay } from '../timers.ts'
import { DatabaseFailure } from './failure.ts'
import { fileSystem } from './file-system.ts'

const fileName = 'sandbox.lock'

/** Time for whoever takes over the same lock at the same moment to show. */
const millisecondsToSettle = 50

/**
 * Keeps a directory to this process: two engines on one would destroy it. A process that was killed leaves its lock behind,
 * and the next one takes it over.
 *
 * @returns How to give it up.
 * @throws DatabaseFailure where a running process has it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const { readFile, rename, rm, writeFile } = fileSystem()
  const file = `${directory}/${fileName}`
  const read = () => readFile(file, 'utf8').catch(() => '')
  const own = `${process.pid} ${performance.timeOrigin} ${crypto.randomUUID()}\n`
  try {
    await writeFile(file, own, { flag: 'wx' })
  } catch {
    refuseRunning(await read(), directory)
    await writeFile(`${file}.${process.pid}`, own)
    await rename(`${file}.${process.pid}`, file)
    await delay(millisecondsToSettle)
    const winner = await read()
    if (winner !== own) refuseRunning(winner, directory)
  }
  return () => rm(file, { force: true })
}

function refuseRunning(lock: string, directory: string): void {
  const [pid = 0, started] = lock.split(' ').map(Number)
  // The first process of a container has the same number each time: it is another one if it started at another time.
  const isRunning = pid === process.pid ? started === performance.timeOrigin : isAlive(pid)
  if (!isRunning) return
  throw new DatabaseFailure(
    `the directory ${directory} is in use by the process ${pid}. Stop it, or choose another --data directory. ` +
      `If that process is no sandbox, delete ${directory}/${fileName}.`,
  )
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
