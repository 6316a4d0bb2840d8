#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { explainListening, keepGoingWithoutReaders } from '@windmill-user-api/command-line'
import { CommanderError } from 'commander'
import { aligned, serveDocs } from '../server/serve-docs.ts'
import { type CommandOptions, readOptions } from './options.ts'

// The build puts this file into `command/`, beside the site.
const folder = new URL('../', import.meta.url)

const wrongUse = 2

async function main(): Promise<void> {
  const { version } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'))
  try {
    const options = readOptions(process.argv.slice(2), version, {
      environment: process.env,
      write: (text) => process.stdout.write(text),
      writeError: (text) => process.stderr.write(text),
    })
    await start(options)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : wrongUse
  }
}

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

keepGoingWithoutReaders(process.stdout, process.stderr)

await main()
