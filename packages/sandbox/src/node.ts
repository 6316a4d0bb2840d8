export { createSandbox, type NodeSandboxOptions } from './create-node-sandbox.ts'
export { readOauthClientsFile } from './oauth/read-oauth-clients-file.ts'
export { readSeedFile } from './seed/read-seed-file.ts'
export { type ServeOptions, type Server, serve } from './serve.ts'
