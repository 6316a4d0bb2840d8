import { bundled } from '../../tsdown.shared.ts'

/** The command, in one file with what it needs of others. It lies beside the site, which is all of `dist`. */
export default {
  ...bundled({ main: 'src/command/main.ts' }),
  outDir: 'command',
  clean: true,
  platform: 'node',
  sourcemap: false,
  tsconfig: 'tsconfig.json',
  deps: { alwaysBundle: [/.*/], neverBundle: [/^node:/, /^@windmill-user-api\/sandbox/] },
}
