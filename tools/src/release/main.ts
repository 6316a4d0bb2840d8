#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { release } from './release.ts'

await new Command('pnpm release')
  .description('Tests, packs and publishes all packages under their version, then tags the commit.')
  .option('--no-test', 'the tests of this commit have passed before: only build')
  .option('--dry-run', 'only build, pack, and say what would be published')
  .option('--push-tags', 'push the tags to origin, too')
  .option('--notes <file>', 'write the text of the release: the entries of all changelogs')
  .option('--sbom <folder>', 'write a bill of materials of each package, as CycloneDX')
  .addHelpText(
    'after',
    `
A release that was interrupted is continued by the same command: what is published is left alone, what is
missing follows, and every tag is set.

Examples:
  pnpm release --dry-run
  pnpm release`,
  )
  .action(release)
  .parseAsync()
  .catch(reportAndExit)
