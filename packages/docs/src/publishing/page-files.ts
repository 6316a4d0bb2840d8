import { readdir, readFile } from 'node:fs/promises'
import { changelogPage } from '../changelog/changelog-page.ts'
import { releases } from '../changelog/releases.ts'
import { readOperations } from '../navigation/operations.ts'
import { readWorkflows } from '../workflows/read-workflows.ts'
import type { Workflow } from '../workflows/workflow.ts'
import { workflowPage, workflowsPage } from '../workflows/workflow-page.ts'
import { fillIn } from './fill-in.ts'
import type { PageFile } from './page-file.ts'
import { readText } from './read-text.ts'
import { withRelated } from './related.ts'

const folders = [new URL('../guides/', import.meta.url), new URL('../generated/pages/', import.meta.url)]

/** Every page: the guides, what the generator wrote, one per workflow and the changelog, with the files that they name filled in. */
export async function readPages(): Promise<readonly PageFile[]> {
  const pages = await Promise.all([...folders.map(pagesOf), workflowPages(), changelog()])
  const related = withRelated(pages.flat(), await readWorkflows())
  return Promise.all(related.map(async ({ id, text }) => ({ id, text: await fillIn(text, readText) })))
}

export async function readWholeReference(): Promise<string> {
  return fillIn(await readText('UserApi.md'), readText)
}

async function pagesOf(folder: URL): Promise<PageFile[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'))
  return Promise.all(
    files
      .toSorted()
      .map(async (file) => ({ id: pageId(file), text: await readFile(new URL(file, folder), 'utf8') })),
  )
}

/** `reference/index.md` is `reference`; the first page of the site keeps its name, as Starlight wants it. */
function pageId(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/\.md$/, '')
  return path.replace(/\/index$/, '')
}

async function workflowPages(): Promise<PageFile[]> {
  const [workflows, operations] = await Promise.all([readWorkflows(), readOperations()])
  const operationIds = new Set(operations.map(({ id }) => id))
  const pages = await Promise.all(
    workflows.map(async (workflow) => ({
      id: `workflows/${workflow.id}`,
      text: withHead(
        workflow.summary,
        `The workflow ${workflow.id}, step by step.`,
        workflowPage(workflow, { operationIds, ...(await filesOf(workflow)) }),
      ),
    })),
  )
  const overview = withHead(
    'Workflows',
    'Stories across operations, each as an Arazzo document.',
    workflowsPage(workflows),
  )
  return [{ id: 'workflows', text: overview }, ...pages]
}

async function changelog(): Promise<PageFile[]> {
  const operations = await readOperations()
  const text = changelogPage(releases, new Set(operations.map(({ id }) => id)))
  return [{ id: 'changelog', text: withHead('Changelog', 'What changed in each release.', text) }]
}

/** What there is of a workflow beside its steps. */
async function filesOf({ id }: Workflow) {
  const [printed, program] = await Promise.all(
    [`outputs/${id}.json`, `samples/workflows/${id}.ts`].map((file) => readText(file).catch(() => undefined)),
  )
  return { printed: printed === undefined ? [] : JSON.parse(printed), hasProgram: program !== undefined }
}

function withHead(title: string, description: string, text: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${text}\n`
}
