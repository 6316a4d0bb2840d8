import { startPostgres } from './server.ts'

// A PostgreSQL for the bench and the fuzz: it tells its URL in a line, and goes when its input ends.
const { url, stop } = await startPostgres('a power cut')
process.stdout.write(`${url}\n`)
process.stdin.resume().once('end', () => void stop())
