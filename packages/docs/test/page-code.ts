import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { readSite } from './site.ts'

/** A block of code as a published page shows it. */
export interface CodeBlock {
  readonly language: string
  readonly title: string
  readonly code: string
}

/** A block that a reader runs, and what the page says that it prints. */
export interface Run {
  readonly block: CodeBlock
  readonly output: string | undefined
}

const packages = path.join(import.meta.dirname, '../..')

/** Where every page says that the API is. */
const shownServer = 'http://localhost:8000'

/** The published pages that have something to run, each with it. */
export async function pagesWith(
  select: (markdown: string) => readonly Run[],
): Promise<(readonly [file: string, runs: readonly Run[]])[]> {
  const pages = [...(await readSite())].filter(([file]) => file.endsWith('.md') && file !== 'UserApi.md')
  return pages.map(([file, text]) => [file, select(text)] as const).filter(([, runs]) => runs.length > 0)
}

/** What a page has to run in a shell, in its order: calls by curl. */
export function commandsOf(markdown: string): readonly Run[] {
  return runsOf(markdown).filter(({ block }) => block.language === 'sh' && block.code.includes('curl '))
}

/** What a page has to run with Node, after what sets it up. */
export function programsOf(markdown: string): readonly Run[] {
  const runs = runsOf(markdown)
  const programs = runs.filter(({ block }) => isProgram(block))
  return programs.length === 0
    ? []
    : [...runs.filter(({ block }) => block.title === 'Set up').slice(0, 1), ...programs]
}

function runsOf(markdown: string): Run[] {
  const blocks = [...markdown.matchAll(/^```(\w+)(?: title="([^"]*)")?\n(.*?)\n```$/gms)].map(
    ([, language = '', title = '', code = '']) => ({ language, title, code }),
  )
  return blocks.map((block, index) => {
    const next = blocks[index + 1]
    return { block, output: next?.title === 'Output' ? next.code : undefined }
  })
}

/** A program of its own: it calls the API, and imports nothing that a reader would have to bring along. */
function isProgram({ language, code }: CodeBlock): boolean {
  const imported = [...code.matchAll(/ from '([^']+)'/g)].map(([, name = '']) => name)
  return (
    /^[tj]s$/.test(language) &&
    code.includes(shownServer) &&
    imported.every((name) => /^@windmill-user-api\/(?:client|sandbox)(?:\/|$)/.test(name))
  )
}

/** Runs blocks. @returns Each that failed, or printed something other than what the page says. */
export async function failuresOf(runs: readonly Run[], server: string): Promise<readonly string[]> {
  const results = await resultsOf(
    runs.map(({ block }) => block),
    server,
  )
  return runs.flatMap(({ block, output }, index) => {
    const { text, status } = results[index] ?? { text: '', status: undefined }
    const isFine = output === undefined ? status === '0' : text === output.trim()
    return isFine ? [] : [`${block.code}\nended with ${status} and printed:\n${text}`]
  })
}

interface Result {
  /** What it printed. */
  readonly text: string
  readonly status: string | undefined
}

/** Runs blocks one after the other in one shell, as somebody who copies them does. */
export async function resultsOf(blocks: readonly CodeBlock[], server: string): Promise<readonly Result[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'page-code-'))
  try {
    await prepare(folder)
    const lines = await Promise.all(blocks.map((block, index) => lineOf(folder, block, index, server)))
    const { stdout } = await promisify(execFile)('sh', ['-c', lines.join('\n')], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder },
    })
    const printed = [...stdout.matchAll(/<begin>\n(.*?)\n<end (\d+)>\n/gs)]
    return printed.map(([, text = '', status]) => ({ text: text.trim(), status }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The packages as they are installed, and a curl that fails where the server refuses. */
async function prepare(folder: string): Promise<void> {
  const scope = path.join(folder, 'node_modules/@windmill-user-api')
  await mkdir(scope, { recursive: true })
  for (const name of ['client', 'sandbox']) await symlink(path.join(packages, name), path.join(scope, name))
  await writeFile(path.join(folder, '.curlrc'), 'fail-with-body\n')
}

async function lineOf(
  folder: string,
  { language, code }: CodeBlock,
  index: number,
  server: string,
): Promise<string> {
  const text = code.replaceAll(shownServer, server)
  if (language === 'sh') return `echo '<begin>'\n${text}\necho "\n<end $?>"`
  const file = `sample-${index}.${language === 'ts' ? 'mts' : 'mjs'}`
  await writeFile(path.join(folder, file), text)
  return `echo '<begin>'\nnode ${file}\necho "\n<end $?>"`
}
