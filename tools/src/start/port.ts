import { createServer } from 'node:net'

/** Asked before anything is built, so that a taken port costs no minute. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const error = await tryPort(port, host)
  if (!error) return
  if (error.code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : port - 1
    throw new Error(
      `Port ${port} is taken by another program. Choose another one: pnpm start --port ${other}`,
    )
  }
  throw new Error(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error })
}

function tryPort(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}
