import { bundled, commonJs } from '../../tsdown.shared.ts'

/** The compiler writes the ESM, and the command. This is beside it, a folder deep: so far from the snapshot as what it is made of. */
export default [
  bundled({ 'command/command-line': 'src/command/command-line.ts' }),
  {
    ...commonJs({ index: 'src/index.ts', msw: 'src/msw.ts', node: 'src/node.ts' }),
    outDir: 'dist/cjs',
    platform: 'node',
    // these two are ESM only
    deps: { alwaysBundle: ['kysely', 'oauth4webapi'] },
  },
]
