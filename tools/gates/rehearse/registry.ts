import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { installApart } from '../../src/packages/install-apart.ts'
import { freePort } from '../browser/free-port.ts'

/** A registry of its own for our packages, empty at first. */
export interface Registry {
  readonly url: string
  /** A configuration for npm and pnpm that takes our packages from there, and all others from where they come from. */
  readonly npmrc: string
  stop(): Promise<void>
}

/** Starts Verdaccio, which keeps everything in this folder. */
export async function startRegistry(folder: string): Promise<Registry> {
  const installed = await installApart(path.join(import.meta.dirname, 'registry'))
  const config = path.join(folder, 'verdaccio.yaml')
  await writeFile(config, configurationFor(folder))
  const url = `http://127.0.0.1:${await freePort()}`
  const main = path.join(installed, 'node_modules/verdaccio/bin/verdaccio')
  const server = spawn(process.execPath, [main, '--config', config, '--listen', url])
  const ended = once(server, 'close')
  for await (const line of createInterface({ input: server.stdout })) if (line.includes('http address')) break
  server.stdout.resume()
  server.stderr.resume()
  const npmrc = path.join(folder, 'npmrc')
  // npm asks for a token before it publishes; this registry takes any.
  const token = `//${url.replace('http://', '')}/:_authToken=rehearsal`
  await writeFile(npmrc, `@windmill-user-api:registry=${url}/\n${token}\n`)
  const stop = async () => {
    server.kill()
    await ended
  }
  return { url, npmrc, stop }
}

function configurationFor(folder: string): string {
  return `storage: ${folder}/storage
web: { enable: false }
auth: { htpasswd: { file: ${folder}/htpasswd, max_users: -1 } }
packages:
  '**': { access: $all, publish: $anonymous }
max_body_size: 100mb
log: { type: stdout, format: pretty, level: warn }
`
}
