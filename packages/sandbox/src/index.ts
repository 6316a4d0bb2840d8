export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts'
export type { Clock, Log, LogEntry, Random } from './ports.ts'
export { exampleWorld } from './seed/example-world.ts'
export { initialWorld } from './seed/initial-world.ts'
export type {
  SeedAccount,
  SeedInvite,
  SeedMember,
  SeedToken,
  SeedWorkspace,
  SeedWorld,
} from './seed/world.ts'
