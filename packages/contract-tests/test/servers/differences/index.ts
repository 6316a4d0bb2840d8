import { client } from './client.ts'
import { data } from './data.ts'
import type { Difference } from './difference.ts'
import { edges } from './edges.ts'
import { security } from './security.ts'
import { wording } from './wording.ts'

export type { Difference } from './difference.ts'

/** All differences, in the order in which their findings are listed. */
export const differences: readonly Difference[] = [...security, ...data, ...edges, ...client, ...wording]
