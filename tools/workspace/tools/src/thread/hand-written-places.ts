import type { Place } from './place.ts'

/** Where every operation has a file that is written by hand. `pnpm build` names those that are missing. */
export const handWrittenPlaces: readonly Place[] = []
