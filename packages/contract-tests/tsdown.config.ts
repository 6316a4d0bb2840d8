import { bundled, commonJs } from '../../tsdown.shared.ts'

/** The compiler writes the ESM, and the command. This is beside it, file for file: some of them name others by where they are. */
export default [
  bundled({ 'command/command-line': 'src/command/command-line.ts' }),
  {
    ...commonJs({ index: 'src/index.ts', vitest: 'src/vitest.ts' }),
    unbundle: true,
    root: 'src',
    clean: false,
    platform: 'node',
  },
]
