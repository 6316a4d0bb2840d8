import { exampleWorld, type SeedWorld } from '../src/index.ts'

/** Tokens of people of different roles. */
export const tokens = {
  admin: 'AdminTokenAdminTokenAdminToken01',
  grace: 'GraceTokenGraceTokenGraceToken01',
  ada: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX',
}

/** The example world, in which everybody has a token already. */
export const world: SeedWorld = {
  ...exampleWorld,
  tokens: [
    ...exampleWorld.tokens,
    { token: tokens.admin, email: 'admin@windmill.dev' },
    { token: tokens.grace, email: 'grace@example.com' },
  ],
}
