import type { SetupOf } from '../fixtures/setup-of.ts'
import { leaveWorkspace } from './leaveWorkspace.ts'

/** As `leaveWorkspace`: a workspace to leave, with another admin who stays. */
export const officialLeaveWorkspace: SetupOf<'officialLeaveWorkspace'> = leaveWorkspace
