import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// The ceiling: the sandbox's framework with a fixed text, as a process of its own.
const app = new Hono().all('*', (context) => context.text('ada@example.com'))
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' })
