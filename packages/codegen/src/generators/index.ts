import type { Generator } from '../generator.ts'

/**
 * Every generator by the name of the package that it writes for. Loaded when asked for: `types` alone needs the
 * TypeScript compiler.
 */
export const generators: Readonly<Record<string, () => Promise<{ readonly generate: Generator }>>> = {
  client: () => import('./client/generate.ts'),
  'contract-tests': () => import('./contract-tests/generate.ts'),
  docs: () => import('./docs/generate.ts'),
  msw: () => import('./msw/generate.ts'),
  'react-query': () => import('./react-query/generate.ts'),
  sandbox: () => import('./sandbox/generate.ts'),
  types: () => import('./types/generate.ts'),
}
