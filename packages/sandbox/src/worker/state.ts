import { startSandbox } from '../sandbox.ts'
import { openBrowserStorage } from './browser-storage.ts'
import type { Loaded } from './engine-files.ts'
import { packResponse, unpackRequest, type WorkerOptions } from './messages.ts'
import { type State, shareState } from './share-state.ts'

/** Opens a state that is this tab's own, or one that all tabs of the origin share under a name. */
export function openState(options: WorkerOptions, loaded: Loaded): Promise<State> {
  const open = () => openOwnState(options, loaded)
  const { persist } = options
  return persist === undefined ? open() : shareState(persist, open)
}

async function openOwnState({ persist, ...options }: WorkerOptions, loaded: Loaded): Promise<State> {
  const sandbox = await startSandbox(() => openBrowserStorage(persist, loaded), options)
  return {
    fetch: async (request) => packResponse(await sandbox.fetch(unpackRequest(request))),
    reset: sandbox.reset,
    close: sandbox.close,
  }
}
