import type { SetupOf } from '../fixtures/setup-of.ts'
import { logout } from './logout.ts'

/** As `logout`: a token of its own, which the call ends. */
export const officialLogout: SetupOf<'officialLogout'> = logout
