import { startSandbox } from '../sandbox.ts'
import { openBrowserStorage } from './browser-storage.ts'
import { packResponse, unpackRequest, type WorkerOptions } from './messages.ts'
import { type State, shareState } from './share-state.ts'

/** Opens a state that is this tab's own, or one that all tabs of the origin share under a name. */
export function openState(options: WorkerOptions): Promise<State> {
  const { persist } = options
  return persist === undefined ? openOwnState(options) : shareState(persist, () => openOwnState(options))
}

async function openOwnState({ persist, ...options }: WorkerOptions): Promise<State> {
  const sandbox = await startSandbox(() => openBrowserStorage(persist), options)
  return {
    fetch: async (request) => packResponse(await sandbox.fetch(unpackRequest(request))),
    reset: sandbox.reset,
    close: sandbox.close,
  }
}
