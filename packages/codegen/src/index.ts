export type { Files } from './files.ts'
export type { Generator } from './generator.ts'
export { generators } from './generators/index.ts'
export * from './model/index.ts'
