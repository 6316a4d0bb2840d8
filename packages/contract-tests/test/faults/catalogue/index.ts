import { authenticationFaults } from './authentication.ts'
import { authorizationFaults } from './authorization.ts'
import { disclosureFaults } from './disclosure.ts'
import type { Family } from './family.ts'
import { headerFaults } from './headers.ts'
import { inputFaults } from './input.ts'
import { massAssignmentFaults } from './mass-assignment.ts'
import { pagingFaults } from './paging.ts'
import { robustnessFaults } from './robustness.ts'
import { roleFaults } from './roles.ts'
import { shapeFaults } from './shape.ts'
import { sizeFaults } from './sizes.ts'
import { stateFaults } from './state.ts'
import { statusFaults } from './status.ts'
import { tokenFaults } from './tokens.ts'
import { valueFaults } from './values.ts'

/** Every fault that can be planted. A sample of it is what a bench plants. */
export const catalogue: readonly Family[] = [
  ...shapeFaults(),
  ...statusFaults(),
  ...headerFaults(),
  ...authenticationFaults(),
  ...authorizationFaults(),
  ...roleFaults(),
  ...inputFaults(),
  ...massAssignmentFaults(),
  ...valueFaults(),
  ...stateFaults(),
  ...pagingFaults(),
  ...sizeFaults(),
  ...tokenFaults(),
  ...disclosureFaults(),
  ...robustnessFaults(),
]
