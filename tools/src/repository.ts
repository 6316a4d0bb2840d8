import path from 'node:path'

/** The root of this checkout. */
export const repository: string = path.resolve(import.meta.dirname, '../..')
