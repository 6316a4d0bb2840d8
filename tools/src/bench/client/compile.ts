import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Competitor } from './contenders.ts'
import type { Workshop } from './workshop.ts'

const run = promisify(execFile)

/** What the compiler says of a program. */
export interface Compilation {
  readonly errors: string
  /** Types that were made of other types: the work that does not depend on the machine. */
  readonly instantiations: number
  /** Seconds, from reading the files to the last check. */
  readonly seconds: number
}

/** Compiles a program of a contender as its user would; `undefined` where it has none of that name. */
export async function compile(
  { folder }: Workshop,
  competitor: Pick<Competitor, 'folder'>,
  program: string,
): Promise<Compilation | undefined> {
  const entry = path.join(folder, 'contenders', competitor.folder, `${program}.ts`)
  if (!existsSync(entry)) return undefined
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [entry] }))
  const compiler = path.join(folder, '../node_modules/typescript/bin/tsc')
  const { stdout } = await run('node', [compiler, '--extendedDiagnostics'], { cwd: folder }).catch(
    (failure: { stdout: string }) => failure,
  )
  const errors = stdout.split('\n').filter((line) => line.includes('error TS'))
  return {
    errors: errors.join('\n'),
    instantiations: figure(stdout, 'Instantiations'),
    seconds: figure(stdout, 'Total time'),
  }
}

const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
}

function figure(diagnostics: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(diagnostics)?.[1])
}
