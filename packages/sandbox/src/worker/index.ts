export {
  type BrowserSandbox,
  type BrowserSandboxOptions,
  createBrowserSandbox,
} from './create-browser-sandbox.ts'
export { type ServiceWorkerOptions, serveByServiceWorker } from './serve-by-service-worker.ts'
