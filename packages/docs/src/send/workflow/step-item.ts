import { element, textBox } from '../page/elements.ts'
import { type Received, showResponse, statusOf } from '../page/show-response.ts'
import type { RunnableStep } from './runnable.ts'

/** A step in the list of the page. */
export interface StepItem {
  readonly root: HTMLElement
  /** Before it is run: what it will send. */
  showRequest(request: string, kept: readonly string[]): void
  showResult(received: Received, failures: readonly string[], kept: readonly string[]): void
  fold(): void
  clear(): void
}

export function stepItem({ title, request: { method, path } }: RunnableStep, number: number): StepItem {
  const state = element('span', { class: 'run-state' })
  const request = element('div')
  const response = element('div', { class: 'send-response' })
  const outcome = element('div')
  const call = element('code', {}, `${method} ${path}`)
  const details = element(
    'details',
    {},
    element('summary', {}, `${number}. ${title}`, state),
    element('p', { class: 'send-note' }, call),
    request,
    response,
    outcome,
  )
  const clear = () => {
    details.open = false
    state.textContent = ''
    for (const place of [request, response, outcome]) place.replaceChildren()
  }
  return {
    root: element('li', {}, details),
    showRequest(text, kept) {
      details.open = true
      const from = kept.length === 0 ? undefined : sentence(`From earlier steps: ${kept.join(', ')}.`)
      request.replaceChildren(
        heading('Request'),
        ...(from ? [from] : []),
        textBox(`Request of step ${number}`, text),
      )
    },
    showResult(received, failures, kept) {
      state.textContent = `: ${statusOf(received)}${failures.length === 0 ? '' : ', not as expected'}`
      showResponse(response, received)
      outcome.replaceChildren(
        ...failures.map((failure) => sentence(`The workflow ${failure}.`)),
        ...(kept.length === 0 ? [] : [sentence(`Kept for later steps: ${kept.join(', ')}.`)]),
      )
    },
    fold: () => {
      details.open = false
    },
    clear,
  }
}

function heading(text: string): HTMLElement {
  return element('p', { class: 'send-title' }, text)
}

function sentence(text: string): HTMLElement {
  return element('p', { class: 'send-note' }, text)
}
