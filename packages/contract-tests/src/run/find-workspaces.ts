import type { Api } from '../fixtures/api.ts'
import { sideBySide } from '../fixtures/side-by-side.ts'
import { createWorkspaceReader } from '../fixtures/workspace-reader.ts'

/** Workspaces are numbered together with accounts, so that there are gaps; a gap as wide as this is the end. */
const widestGap = 60

/** A run does not make as many: a server that finds more finds everything. */
const highestNumber = 5_000

/** The workspaces of a run, and why there may be more of them. */
export interface FoundWorkspaces {
  readonly names: readonly string[]
  readonly problem: string | undefined
}

/** Finds the workspaces of a run. No operation lists those of an instance: they are found by trying their names. */
export async function findWorkspaces(
  api: Api,
  token: string,
  run: string,
  highest: number,
): Promise<FoundWorkspaces> {
  const reader = createWorkspaceReader(api, token)
  const isThere = async (name: string) => (await reader.read(name)).state === 'there'
  // The names of a run begin with 1.
  const control = await reader.read(`contract-${run}-0`)
  if (control.state !== 'absent')
    return { names: [], problem: `a workspace that nobody made: ${control.description}` }
  const found: string[] = []
  let last = Math.min(highest, highestNumber)
  for (let from = 1; from <= last + widestGap && from <= highestNumber; from += widestGap) {
    const numbers = Array.from({ length: widestGap }, (_, index) => from + index)
    await sideBySide(numbers, async (number) => {
      const name = `contract-${run}-${number}`
      if (!(await isThere(name))) return
      found.push(name)
      last = Math.max(last, number)
    })
  }
  const names = found.sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
  return { names, problem: undefined }
}
