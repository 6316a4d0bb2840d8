import type { Contender } from '../contenders/contender.ts'
import { account } from '../misbehaving-server.ts'

// `Request` and `Response` are loaded at their first use: that is the platform's time, and not the client's.
globalThis.fetch = async (input, init) => {
  const { method } = new Request(input, init)
  return Response.json(account, { headers: { 'X-Method': method } })
}
await (await fetch('http://127.0.0.1:8560/api')).json()

const began = performance.now()
const { contender }: { contender: Contender } = await import(process.argv[2] ?? '')
const token = async () => 'token'
await contender.connect({ baseUrl: 'http://127.0.0.1:8560/api', token, refresh: token }).account()
process.stdout.write(`${performance.now() - began}`)
