export { createSandbox, type NodeSandboxOptions } from './create-node-sandbox.ts'
export { type ServeOptions, type Server, serve } from './serve.ts'
