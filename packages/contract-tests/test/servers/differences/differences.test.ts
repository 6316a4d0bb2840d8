import { expect, test } from 'vitest'
import { conforming, different } from '../different.ts'
import { createServer } from '../independent/create-server.ts'
import type { RunningServer } from '../zoo-server.ts'
import { differences } from './index.ts'
import { client } from './probes/client.ts'
import { data } from './probes/data.ts'
import { security } from './probes/security.ts'
import { type Probe, visit } from './probes/visitor.ts'

const probes: Readonly<Record<string, Probe>> = { ...security, ...data, ...client }

async function ask({ ask: question }: Probe, starting: Promise<RunningServer>): Promise<unknown> {
  const server = await starting
  try {
    return await question(await visit(server))
  } finally {
    await server.close()
  }
}

test('every difference has a probe, and a name of its own', () => {
  expect(differences.map(({ name }) => name).sort()).toEqual(Object.keys(probes).sort())
})

test('every difference has a finding of its own', () => {
  const keys = differences.map(({ finding }) => JSON.stringify(finding))
  expect(new Set(keys).size).toBe(keys.length)
})

for (const [name, probe] of Object.entries(probes)) {
  test(`${name} shows alone and among all others, and not without`, async () => {
    expect(await ask(probe, conforming.start())).toEqual(probe.contract)
    expect(await ask(probe, createServer({ differences: [name] }))).toEqual(probe.different)
    expect(await ask(probe, different.start())).toEqual(probe.different)
  })
}
