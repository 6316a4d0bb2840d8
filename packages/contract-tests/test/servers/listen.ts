import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { admin, type RunningServer } from './zoo-server.ts'

/** Serves HTTP on a free loopback port. `prepare` may change the server before it listens. */
export function listen(
  onRequest: RequestListener,
  prepare: (server: HttpServer) => void = () => {},
): Promise<RunningServer> {
  const server = createHttpServer(onRequest)
  prepare(server)
  return open(server)
}

/** Accepts connections on a free loopback port, and leaves what is sent on them to the caller. */
export function listenRaw(onConnection: (socket: Socket) => void): Promise<RunningServer> {
  return open(createTcpServer(onConnection))
}

async function open(server: Server): Promise<RunningServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    // A client that goes away early is no reason to end the server.
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { baseUrl: `http://127.0.0.1:${address.port}/api`, admin, close }
}
