import * as core from 'msw'
import { setupServer } from 'msw/node'
import { describeBesideOthers } from './support/beside-others.ts'

describeBesideOthers('MSW 3', { setupServer, core })
