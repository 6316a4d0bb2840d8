export { createSandbox } from './create-sandbox.ts'
export type { Clock, Log, LogEntry, Random } from './ports.ts'
export type { Sandbox, SandboxOptions } from './sandbox.ts'
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
