import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Files, generators, readDocument } from '../../src/index.ts'
import { workspace } from '../transplant.ts'
import { createTransplants } from '../transplants.ts'
import { largeDocument } from './large-document.ts'

/*
 * node packages/codegen/test/cost/measure-cost.ts <generator or tsc> <operations>
 * prints the seconds of processor time and the megabytes that it takes, as JSON. What was loaded before is not counted as time.
 */
const [what = '', operations = '100'] = process.argv.slice(2)

/** What a generator costs, with the reading of the document. */
async function costOfGenerator(name: string, count: number): Promise<object> {
  const { generate } = (await generators[name]?.()) ?? {}
  if (!generate) throw new Error(`there is no generator ${name}`)
  const document = largeDocument(count)
  const before = process.cpuUsage()
  await generate(readDocument(document))
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }
}

/** What the compiler says that it took for the sources of all packages. */
async function costOfCompiler(count: number): Promise<object> {
  const transplants = await createTransplants()
  try {
    const model = readDocument(largeDocument(count))
    const generated = new Map<string, Files>()
    for (const [name, load] of Object.entries(generators))
      generated.set(name, await (await load()).generate(model))
    await transplants.add('large', model, generated)
    const root = path.resolve(transplants.folder('large', 'client'), '../../..')
    return await compiled(root)
  } finally {
    await transplants.remove()
  }
}

async function compiled(root: string): Promise<object> {
  const require = createRequire(path.join(workspace, 'package.json'))
  const config = {
    extends: path.join(workspace, 'tsconfig.base.json'),
    compilerOptions: {
      lib: ['ES2024', 'DOM', 'DOM.Iterable'],
      types: ['node'],
      typeRoots: [path.join(workspace, 'node_modules/@types')],
      jsx: 'react-jsx',
    },
    include: ['*/packages/*/src'],
    exclude: ['**/*.test.*', '**/*.test-d.*'],
  }
  await writeFile(path.join(root, 'tsconfig.json'), JSON.stringify(config))
  const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc')
  const command = [tsc, '-p', root, '--extendedDiagnostics']
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 26 })
  const numberAt = (label: RegExp) => Number(label.exec(stdout)?.[1] ?? Number.NaN)
  return { seconds: numberAt(/Total time:\s+([\d.]+)s/), megabytes: numberAt(/Memory used:\s+(\d+)K/) / 1024 }
}

const count = Number(operations)
process.stdout.write(
  JSON.stringify(await (what === 'tsc' ? costOfCompiler(count) : costOfGenerator(what, count))),
)
