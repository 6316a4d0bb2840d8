#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { explainListening, runCommand } from '@windmill-user-api/command-line'
import { aligned, serveDocs } from '../server/serve-docs.ts'
import { type CommandOptions, readOptions } from './options.ts'

// The build puts this file into `command/`, beside the site.
const folder = new URL('../', import.meta.url)

async function start({ allowHost, ...options }: CommandOptions): Promise<void> {
  try {
    const starting = serveDocs({
      ...options,
      allowHosts: allowHost,
      site: fileURLToPath(new URL('dist', folder)),
    })
    // A start that fails ends by itself.
    const stop = () => void starting.then(({ close }) => close()).catch(() => undefined)
    // A terminal that is closed sends the last.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
    const { places } = await starting
    process.stdout.write(['', ...aligned(places), '', 'Ctrl-C ends it.', ''].join('\n'))
  } catch (error) {
    const reason = explainListening(error, `${options.host}:${options.port}`)
    process.stderr.write(`windmill-user-docs: ${reason}\n`)
    process.exitCode = 1
  }
}

await runCommand(new URL('package.json', folder), readOptions, start)
