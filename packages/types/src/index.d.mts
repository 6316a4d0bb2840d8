/**
 * The same types for ES modules.
 *
 * @packageDocumentation
 */
export type * from './index.js'
