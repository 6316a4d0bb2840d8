import { initialWorld } from './initial-world.ts'
import type { KnownWorld } from './world.ts'

const installed = new Date('2026-11-02T09:00:00.000Z')

/**
 * The people of the document's examples, on top of `initialWorld`: Grace Hopper, who runs `demo`; Ada Lovelace, who works in
 * it, is invited to `starter` and has a token; Katherine Johnson, who belongs nowhere yet.
 */
export const exampleWorld: KnownWorld = {
  accounts: [
    ...initialWorld.accounts.map((account) => ({ ...account, createdAt: installed })),
    {
      email: 'grace@example.com',
      password: 'nanoseconds-matter',
      name: 'Grace Hopper',
      company: 'Eckert-Mauchly',
      createdAt: new Date('2026-11-03T08:30:00.000Z'),
    },
    {
      email: 'ada@example.com',
      password: 'analytical-engine',
      name: 'Ada Lovelace',
      createdAt: new Date('2026-11-04T10:15:00.000Z'),
    },
    {
      email: 'katherine@example.com',
      password: 'orbital-mechanics',
      name: 'Katherine Johnson',
      company: 'NASA',
      createdAt: new Date('2026-11-06T16:45:00.000Z'),
    },
  ],
  workspaces: initialWorld.workspaces,
  members: [
    ...initialWorld.members.map((member) => ({ ...member, createdAt: installed })),
    {
      workspace: 'demo',
      email: 'grace@example.com',
      username: 'grace',
      isAdmin: true,
      createdAt: new Date('2026-11-03T08:30:00.000Z'),
    },
    {
      workspace: 'demo',
      email: 'ada@example.com',
      username: 'ada',
      createdAt: new Date('2026-11-04T10:15:00.000Z'),
    },
  ],
  invites: [{ workspace: 'starter', email: 'ada@example.com' }],
  tokens: [
    {
      token: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX',
      email: 'ada@example.com',
      label: 'ci',
      createdAt: new Date('2026-11-05T14:20:00.000Z'),
      lastUsedAt: new Date('2026-11-09T06:45:12.345Z'),
    },
  ],
}
