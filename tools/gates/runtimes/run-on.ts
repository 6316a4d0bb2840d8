import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { installApart } from '../../src/packages/install-apart.ts'

const run = promisify(execFile)

/** Where the runtimes are installed. */
export const installRuntimes = (): Promise<string> => installApart(path.join(import.meta.dirname, 'runtimes'))

/** Runs the program of the project that every runtime runs, and gives what it told. */
export function onCommand(
  command: string,
  before: readonly string[],
  project: string,
  origin: string,
): Promise<unknown> {
  return outputOf(command, [...before, 'command.mjs', origin], project)
}

/** Runs a program in a process of its own, and gives what it printed as JSON. */
export async function outputOf(
  command: string,
  programArguments: readonly string[],
  cwd: string,
): Promise<unknown> {
  const { stdout } = await run(command, programArguments, { cwd, timeout: 60_000 })
  return JSON.parse(stdout)
}

/** Runs it in workerd, what Cloudflare's workers run on, with nothing of Node. */
export async function onWorkerd(runtimes: string, project: string, origin: string): Promise<unknown> {
  const worker = await startWorkerd(runtimes, project, 'worker.mjs')
  try {
    const answer = await worker.dispatchFetch(`http://worker/?origin=${encodeURIComponent(origin)}`)
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return JSON.parse(text)
  } finally {
    await worker.dispose()
  }
}

/** Starts a program of the project as a worker that answers requests. */
export async function startWorkerd(runtimes: string, project: string, entry: string): Promise<Worker> {
  const { Miniflare }: { Miniflare: new (options: object) => Worker } = await import(
    path.join(runtimes, 'node_modules/miniflare/dist/src/index.js')
  )
  return new Miniflare({
    modules: true,
    script: await bundled(project, entry),
    compatibilityDate: '2026-06-01',
  })
}

/** What this needs of miniflare. */
export interface Worker {
  dispatchFetch(url: string): Promise<Response>
  dispose(): Promise<void>
}

/** Runs it in a page of the server, which has loaded it. */
export async function onChromium(origin: string): Promise<unknown> {
  await using browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(origin)
  return await page.evaluate('converse()')
}

/** A program of the project as one file, for what loads no modules from a disk. */
export async function bundled(project: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
