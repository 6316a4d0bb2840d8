import { finderIn, openServer, type SendServer, type ServerPlaces, serverPlacesIn } from '../page/server.ts'
import { statusOf } from '../page/show-response.ts'
import type { RunnableStep, RunnableWorkflow } from './runnable.ts'
import { keptFor, requestText, stepCall } from './step-call.ts'
import { type StepItem, stepItem } from './step-item.ts'
import { stepResult } from './step-result.ts'
import type { Known } from './values.ts'

interface Places extends ServerPlaces {
  readonly rest: HTMLButtonElement
  readonly again: HTMLButtonElement
  readonly list: HTMLOListElement
  readonly inputs: readonly HTMLInputElement[]
}

interface Run {
  readonly workflow: RunnableWorkflow
  readonly places: Places
  readonly server: SendServer
  readonly items: readonly StepItem[]
  /** What each step that has run keeps, in their order. It is in the memory of this page alone. */
  readonly kept: Map<string, Readonly<Record<string, unknown>>>
}

const login = 'The workflow logs in with the values above and keeps tokens in memory.'

/** Makes the form of a workflow's page work. */
export async function openWorkflow(root: HTMLElement): Promise<void> {
  const places = placesIn(root)
  const workflow: RunnableWorkflow = JSON.parse(root.dataset['workflow'] ?? '')
  const server = await openServer(root, places, login)
  if (!server) return
  const items = workflow.steps.map((step, index) => stepItem(step, index + 1))
  places.list.replaceChildren(...items.map((item) => item.root))
  const run: Run = { workflow, places, server, items, kept: new Map() }
  connect(run)
  begin(run)
  for (const button of [places.send, places.rest]) button.disabled = false
}

function placesIn(root: HTMLElement): Places {
  const find = finderIn(root)
  return {
    ...serverPlacesIn(root),
    rest: find('[data-rest]'),
    again: find('[data-again]'),
    list: find('.run-steps'),
    inputs: [...root.querySelectorAll<HTMLInputElement>('[data-input]')],
  }
}

function connect(run: Run): void {
  const { places, server } = run
  const start = (most: number) => {
    if (!places.form.reportValidity()) return
    if (nextStep(run) === undefined) begin(run)
    const isReady = server.isOwn() || server.sandbox.isReady()
    void server.during(isReady ? 'Running …' : 'Starting the sandbox in this browser …', () =>
      runSteps(run, most),
    )
  }
  places.form.addEventListener('submit', (event) => {
    event.preventDefault()
    start(1)
  })
  places.rest.addEventListener('click', () => start(run.workflow.steps.length))
  places.again.addEventListener('click', () => begin(run))
  places.form.addEventListener('input', () => showNext(run))
  // a token of one server is never sent to another
  for (const field of [places.server, places.baseUrl]) field.addEventListener('change', () => begin(run))
  places.reset.addEventListener('click', () => {
    void server.during('Resetting …', async () => {
      await server.sandbox.reset?.()
      begin(run)
      return 'The sandbox begins again with the people of the documentation.'
    })
  })
}

/** Before the first step. */
function begin(run: Run): void {
  run.kept.clear()
  for (const item of run.items) item.clear()
  run.places.status.textContent = ''
  showNext(run)
}

function nextStep({ workflow, kept }: Run): RunnableStep | undefined {
  return workflow.steps[kept.size]
}

function knownBy({ places, kept }: Run): Known {
  return {
    inputs: Object.fromEntries(places.inputs.map(({ dataset, value }) => [dataset['input'] ?? '', value])),
    steps: kept,
  }
}

/** Names the next step, and shows what it will send. */
function showNext(run: Run): void {
  const { places, kept, items, workflow, server } = run
  const step = nextStep(run)
  places.again.hidden = kept.size === 0
  places.rest.hidden = workflow.steps.length - kept.size < 2
  places.send.textContent = step ? `Run step ${kept.size + 1}: ${step.title}` : 'Run the first step again'
  if (!step) return
  const from = keptFor(step).map(({ step: id, output }) => `${output} of step ${numberOf(workflow, id)}`)
  const baseUrl = server.isOwn() ? places.baseUrl.value : server.sandbox.baseUrl
  items[kept.size]?.showRequest(requestText(stepCall(step, knownBy(run), baseUrl)), from)
}

function numberOf({ steps }: RunnableWorkflow, id: string): number {
  return steps.findIndex((step) => step.id === id) + 1
}

/** Runs the next steps, until one is not as expected. @returns what a screen reader hears. */
async function runSteps(run: Run, most: number): Promise<string> {
  const { workflow, kept } = run
  let said = ''
  for (let count = 0; count < most; count += 1) {
    const step = nextStep(run)
    if (!step) break
    const { status, failures } = await runStep(run, step)
    if (failures.length > 0) return explain(workflow, step, failures)
    said = `Step ${kept.size} of ${workflow.steps.length}, ${step.title}: ${status}.`
    showNext(run)
  }
  return nextStep(run) ? said : `${said} The workflow has ended as expected.`
}

async function runStep(run: Run, step: RunnableStep) {
  const known = knownBy(run)
  const received = await run.server.send((baseUrl) => stepCall(step, known, baseUrl))
  const { response, text } = received
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
  const { failures, kept } = stepResult(step, known, { status: response.status, isJson, text })
  const item = run.items[run.kept.size]
  if (failures.length === 0) {
    run.items[run.kept.size - 1]?.fold()
    run.kept.set(step.id, kept)
  }
  item?.showResult(received, failures, Object.keys(kept))
  return { status: statusOf(received), failures }
}

function explain(workflow: RunnableWorkflow, step: RunnableStep, failures: readonly string[]): string {
  return (
    `Step ${numberOf(workflow, step.id)}, ${step.title}: ${failures.join('; ')}. Read the response, change a value and run the step again. ` +
    'If an earlier run has left something behind, reset the sandbox.'
  )
}
