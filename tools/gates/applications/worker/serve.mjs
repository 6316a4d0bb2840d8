import { Miniflare } from 'miniflare'

// What `wrangler dev` does, without asking the network where it is.
const { PORT, USER_API, USER_API_TOKEN } = process.env
const worker = new Miniflare({
  modules: true,
  scriptPath: 'dist/index.js',
  compatibilityDate: '2026-06-01',
  port: Number(PORT),
  bindings: { USER_API, USER_API_TOKEN },
  cf: false,
})
await worker.ready
process.on('SIGTERM', () => worker.dispose())
