import type { Browser } from 'playwright-core'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { freePort } from '../browser/free-port.ts'
import { type Application, type Environment, installApplication } from './application.ts'
import { type Console, openConsole } from './open-console.ts'
import { type Running, startServer } from './running.ts'
import { type ServedSandbox, serveSandbox } from './served-sandbox.ts'

/** An application, the API that it calls, and people who visit it. */
export interface Scene extends AsyncDisposable {
  readonly application: Application
  readonly sandbox: ServedSandbox
  /** What the commands of the application read: where the API is. */
  readonly environment: { readonly USER_API: string }
  /** Starts a server of the application on a free port, for which `PORT` in the command stands. */
  start(command: readonly [string, ...string[]], additions?: Environment): Promise<Running>
  /** Opens a page in a browser, as a new visitor. */
  visit(url: string): Promise<Console>
}

/** Installs an application with our packages, and serves the API. */
export async function setScene(source: string, packages: readonly string[]): Promise<Scene> {
  await using stack = new AsyncDisposableStack()
  const application = stack.use(await installApplication(source, packages))
  const sandbox = stack.use(await serveSandbox())
  const environment = { USER_API: `${sandbox.origin}/api` }
  let browser: Promise<Browser> | undefined
  stack.defer(async () => (await browser)?.close())
  const parts = stack.move()
  return {
    application,
    sandbox,
    environment,
    async start([command, ...rest], additions) {
      const port = `${await freePort()}`
      const commandArguments = rest.map((argument) => argument.replace('PORT', port))
      const url = `http://localhost:${port}`
      const variables = { ...environment, ...additions, PORT: port }
      return startServer(application, [command, ...commandArguments], url, variables)
    },
    async visit(url) {
      browser ??= launchChromium()
      return openConsole(await browser, url)
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}
