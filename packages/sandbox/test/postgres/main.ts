import { startPostgres } from './server.ts'

// A PostgreSQL for the bench: it keeps what it acknowledges, tells its URL in a line, and goes when its input ends.
const { url, stop } = await startPostgres({ durable: true })
process.stdout.write(`${url}\n`)
process.stdin.resume().once('end', () => void stop())
