import { commonJs } from '../../tsdown.shared.ts'

/** The compiler writes the ESM, and the command. */
export default {
  ...commonJs({ index: 'src/index.ts', vitest: 'src/vitest.ts' }),
  outDir: 'dist/cjs',
  platform: 'node',
}
