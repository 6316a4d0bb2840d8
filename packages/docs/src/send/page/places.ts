/** The parts of a form that are filled in and read. */
export interface Places {
  readonly form: HTMLFormElement
  readonly server: HTMLSelectElement
  readonly account: HTMLSelectElement | null
  readonly baseUrl: HTMLInputElement
  readonly token: HTMLInputElement | null
  readonly parameters: readonly HTMLInputElement[]
  readonly body: HTMLTextAreaElement | null
  readonly note: HTMLElement
  readonly send: HTMLButtonElement
  readonly reset: HTMLButtonElement
  readonly progress: HTMLProgressElement
  readonly status: HTMLElement
  readonly response: HTMLElement
  readonly log: HTMLElement
}

export function placesIn(root: HTMLElement): Places {
  const find = <Found extends Element>(selector: string): Found => {
    const found = root.querySelector<Found>(selector)
    if (!found) throw new Error(`the form has no ${selector}`)
    return found
  }
  return {
    form: find('form'),
    server: find('[name=server]'),
    account: root.querySelector('[name=account]'),
    baseUrl: find('[name=baseUrl]'),
    token: root.querySelector('[name=token]'),
    parameters: [...root.querySelectorAll<HTMLInputElement>('[data-parameter]')],
    body: root.querySelector('[name=body]'),
    note: find('#send-note'),
    send: find('[type=submit]'),
    reset: find('[data-reset]'),
    progress: find('progress'),
    status: find('[role=status]'),
    response: find('.send-response'),
    log: find('.send-log'),
  }
}
