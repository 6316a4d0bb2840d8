import type { OutgoingHttpHeaders } from 'node:http'
import { listen } from './listen.ts'
import type { RunningServer, ZooServer } from './zoo-server.ts'

const page = '<!doctype html><html lang="en"><title>Shop</title><div id="root"></div></html>'

/** Reads the request to its end, and sends the same to everybody. */
function always(status: number, type: string, body: string): () => Promise<RunningServer> {
  const headers: OutgoingHttpHeaders = { 'content-type': type }
  return () =>
    listen((request, response) => {
      request.resume().on('end', () => response.writeHead(status, headers).end(body))
    })
}

export const answers200: ZooServer = {
  name: 'answers-200',
  summary: 'returns 200 and "ok" to everything',
  start: always(200, 'text/plain', 'ok'),
  findings: [],
  problem: /There is no such API at .*: POST \/auth\/login returns 200 with a body that is not a token/,
  exitStatus: 2,
}

export const answers404AsJson: ZooServer = {
  name: 'answers-404-as-json',
  summary: 'returns 404 with JSON to everything',
  start: always(404, 'application/json', '{"message":"Not Found","statusCode":404}'),
  findings: [],
  problem: /There is no such API at .*: POST \/auth\/login returns 404/,
  exitStatus: 2,
}

export const answers404AsText: ZooServer = {
  name: 'answers-404-as-text',
  summary: 'returns 404 in the form of the contract to everything',
  start: always(404, 'text/plain; charset=utf-8', 'Not found: there is no such path'),
  findings: [],
  problem: /There is no such API at .*: POST \/auth\/login returns 404/,
  exitStatus: 2,
}

export const answersWithWebPage: ZooServer = {
  name: 'answers-with-web-page',
  summary: 'returns the page of a web application with 200 to everything, as a static host does',
  start: always(200, 'text/html; charset=utf-8', page),
  findings: [],
  problem: /There is a web page, and no API, at /,
  exitStatus: 2,
}
