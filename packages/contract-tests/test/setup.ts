import { expect } from 'vitest'
import { listenForContracts } from '../src/checks/registrar.ts'

// A generated file becomes tests of its own. Where another test imports the contracts, they are only collected.
const isGenerated = expect.getState().testPath?.endsWith('.contract.test.ts') ?? false
if (isGenerated) {
  // Loaded for these files alone, since it brings along what responds to them.
  const { addTests } = await import('./contract-to-tests.ts')
  listenForContracts(addTests)
} else {
  listenForContracts(undefined)
}
