/**
 * The files of this repository that a workspace for another API begins with, as globs. What knows the operations of this API stays
 * behind. A template in `tools/workspace` takes the place of the file at the same path.
 */
export const carried: readonly string[] = [
  '.changeset/config.json',
  '.ci/run',
  '.gitattributes',
  'docs/decisions/{0001,0003,0017,0019,0020,0030,0038,0040,0042,0043,0047}-*.md',
  '.gitignore',
  '.pnpmfile.mjs',
  'LICENSE',
  'biome.jsonc',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  '{notices,tsdown}.shared.ts',
  'turbo.json',
  'vitest.shared.ts',

  'spec/package.json',

  'packages/{base-url,codegen,lint-rules}/**',
  'packages/{client,docs,msw,react-query,types}/{package.json,ts*.json,tsdown.config.ts,turbo.json,vitest.config.ts}',
  'packages/client/src/**',
  'packages/msw/src/**',
  'packages/react-query/src/**',
  'packages/types/src/index.d.{ts,mts}',
  'packages/types/src/operations.test-d.mts',
  'packages/{client,react-query}/test/every-operation.test.ts',
  'packages/react-query/test/support/browser.ts',
  'packages/msw/test/every-response.test.ts',
  'packages/msw/test/support/document.ts',
  'packages/docs/test/{operation-facts,site}.ts',
  'packages/docs/test/site.test.ts',
  'packages/contract-tests/{turbo.json,vitest.config.ts}',
  'packages/contract-tests/src/{checks,document,expect,http,text}/**',
  'packages/contract-tests/src/errors.ts',
  'packages/contract-tests/test/setup.ts',
  'packages/docs/astro.config.ts',
  'packages/docs/public/**',
  'packages/docs/src/*.ts',
  'packages/docs/src/{changelog,components,navigation,pages,publishing,search,server,styles,workflows}/**',

  'tools/{package.json,tsconfig.json,vitest.config.ts}',
  'tools/src/{interrupted,report,repository,run-here}.ts',
  'tools/src/{build,changelog,lint,pipeline,places,release,thread,version}/**',
  'tools/src/changes/reason.ts',
  'tools/src/packages/{absolute-links,copied,pack,published}.ts',
  'tools/src/packages/absolute-links.test.ts',
  'tools/src/start/port.ts',
  'tools/src/start/port.test.ts',
]

/** Of these, what is generated, or calls operations of this API by name. */
export const leftBehind: readonly string[] = [
  '**/{node_modules,dist,.turbo,.astro}/**',
  'packages/*/src/generated/**',
  'packages/{client,msw,react-query}/src/**/*.test-d.ts',
  'packages/client/src/{errors,validate}/*.test.ts',
  'packages/client/src/runtime/guards.test.ts',
  'packages/contract-tests/src/**/*.test.ts',
  'packages/lint-rules/src/{document,editor/schemas}.test.ts',
  // the command serves a sandbox, which there is none of
  'packages/docs/src/server/serve{-docs,d-settings}*.ts',
  'packages/docs/tsdown.config.ts',
]

/** Lines that name what stays behind, by the file that has them. */
export const withoutLines: Readonly<Record<string, RegExp>> = {
  'biome.jsonc': /examples\/|tools\/gates|frameworks of applications/,
  'package.json': /"windmill"/,
  'packages/docs/astro.config.ts': /addBrowserSandbox/,
  'packages/docs/src/server/index.ts': /serve-docs|served-settings/,
  'packages/codegen/README.md': /pnpm bench/,
  'packages/docs/turbo.json': /examples\/|tools\/gates|samples\/\*\*|command|sandbox#build|whose worker/,
}

/** Texts that say something of this document alone, and what stands there instead. */
export const otherTexts: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  // `pnpm start` serves the mocks in place of a sandbox
  'packages/docs/package.json': [
    ['"build": "astro build && tsdown"', '"build": "astro build"'],
    ['    "command",\n', ''],
    ['    "bin": {\n      "windmill-user-docs": "./command/main.js"\n    },\n', ''],
  ],
  'tools/package.json': [['@windmill-user-api/sandbox', '@windmill-user-api/msw']],
  'vitest.shared.ts': [
    [
      'unless `pnpm test:full` runs. See\n * docs/decisions/0016-two-tiers.md.',
      'unless `TEST_TIER=full` asks for them.',
    ],
  ],
}
