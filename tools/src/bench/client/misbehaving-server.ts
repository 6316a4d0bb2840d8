import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request that came. */
export interface Arrival {
  readonly method: string
  readonly path: string
  /** The credentials and the body. */
  readonly said: string
}

/** What the server does next. */
export type Scenario = (response: ServerResponse, arrival: Arrival, count: number) => void

/** A server that does what it is told, and remembers what came. */
export interface MisbehavingServer {
  readonly origin: string
  /** What came since the last scenario began. */
  readonly arrivals: readonly Arrival[]
  begin(scenario: Scenario): void
  close(): void
}

export async function startServer(port: number): Promise<MisbehavingServer> {
  let arrivals: Arrival[] = []
  let scenario: Scenario = well
  const server = createServer(async (request, response) => {
    const arrival = await arrivalOf(request)
    arrivals.push(arrival)
    response.shouldKeepAlive = false
    scenario(response, arrival, arrivals.length)
  })
  await listening(server, port)
  return {
    origin: `http://127.0.0.1:${port}`,
    get arrivals() {
      return arrivals
    },
    begin: (next) => {
      scenario = next
      arrivals = []
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function arrivalOf(request: IncomingMessage): Promise<Arrival> {
  const { method = '', url = '', headers } = request
  return { method, path: url, said: `${headers.authorization} ${await text(request)}` }
}

async function listening(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

export const account = {
  email: 'ada@example.com',
  login_type: 'password',
  super_admin: false,
  verified: true,
  name: null,
  company: null,
}

const answer = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
) => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body)

export const well: Scenario = (response, { path }) =>
  path.endsWith('/whoami')
    ? answer(response, 200, 'application/json', JSON.stringify(account))
    : answer(response, 200, 'text/plain', 'ada@example.com')

/** 503 the first time. */
export const unsteady =
  (headers: Record<string, string> = {}): Scenario =>
  (response, arrival, count) => {
    if (count > 1) return well(response, arrival, count)
    answer(response, 503, 'text/plain', 'Unavailable: try again', headers)
  }

export const silent: Scenario = () => {}
export const broken: Scenario = ({ socket }) => socket?.destroy()
export const failing: Scenario = (response) => answer(response, 400, 'text/plain', 'Bad request: no')
export const portal: Scenario = (response) =>
  answer(response, 200, 'text/html', '<h1>Log in to the wireless network</h1>')

/** 401 for every token but one. */
export const only =
  (token: string): Scenario =>
  (response, arrival, count) => {
    if (arrival.said.startsWith(`Bearer ${token} `)) return well(response, arrival, count)
    answer(response, 401, 'text/plain', 'Unauthorized')
  }

export const movedTo =
  (url: string): Scenario =>
  (response) =>
    response.writeHead(307, { Location: url }).end()
