/**
 * The package as server components get it: the options of every query and mutation, and stand-ins for what needs a client component.
 *
 * @packageDocumentation
 */
export * from './generated/client-only.ts'
export * from './on-server.ts'
