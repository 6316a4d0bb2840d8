import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { interrupted } from '../../interrupted.ts'

const [publicUrl = '', data = ''] = process.argv.slice(2)

const sandbox = await createSandbox({ seed: exampleWorld, publicUrl, data, console: true })
const server = await serve({ fetch: sandbox.fetch }, { port: 0, host: '127.0.0.1' })
process.send?.(server.url)
// Whoever started it may end without a word.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
await interrupted()
await server.close()
await sandbox.close()
process.disconnect?.()
