import type { Preview } from '@storybook/react-vite'
import { createHandlers } from '@windmill-user-api/msw'
import { setupWorker } from 'msw/browser'
import { mswLoader } from 'msw-storybook-addon/csf3'

/** Success of every operation, in all stories. The handlers of a story come before these. */
async function startWorker() {
  const worker = setupWorker(...createHandlers({ baseUrl: '/api' })())
  await worker.start({ quiet: true })
  return worker
}

const preview: Preview = { loaders: [mswLoader(startWorker)] }

export default preview
