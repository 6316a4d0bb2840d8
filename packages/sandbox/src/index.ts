export { ConfigurationFailure, type Problem, type ValuePath } from './configuration/problem.ts'
export { createSandbox } from './create-sandbox.ts'
export type { Disturbance } from './http/disturb.ts'
export type { OauthClientOptions, OauthClientsOptions } from './oauth/configuration.ts'
export type { Clock, Log, LogEntry, Random } from './ports.ts'
export type { Sandbox, SandboxOptions } from './sandbox.ts'
export { exampleWorld } from './seed/example-world.ts'
export { initialWorld } from './seed/initial-world.ts'
export type {
  KnownWorld,
  Seed,
  SeedAccount,
  SeedInvite,
  SeedMember,
  SeedProgress,
  SeedTime,
  SeedToken,
  SeedWorkspace,
  SeedWorld,
} from './seed/world.ts'
