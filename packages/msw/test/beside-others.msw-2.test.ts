import * as core from 'msw-2'
import { setupServer } from 'msw-2/node'
import { vi } from 'vitest'
import { describeBesideOthers } from './support/beside-others.ts'

vi.mock('msw', () => import('msw-2'))

describeBesideOthers('MSW 2', { setupServer, core })
