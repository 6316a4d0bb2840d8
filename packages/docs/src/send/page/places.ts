import { finderIn, type ServerPlaces, serverPlacesIn } from './server.ts'

/** The parts of an operation's form that are filled in and read. */
export interface Places extends ServerPlaces {
  readonly account: HTMLSelectElement | null
  readonly token: HTMLInputElement | null
  readonly parameters: readonly HTMLInputElement[]
  readonly body: HTMLTextAreaElement | null
  readonly response: HTMLElement
  readonly log: HTMLElement
}

export function placesIn(root: HTMLElement): Places {
  const find = finderIn(root)
  return {
    ...serverPlacesIn(root),
    account: root.querySelector('[name=account]'),
    token: root.querySelector('[name=token]'),
    parameters: [...root.querySelectorAll<HTMLInputElement>('[data-parameter]')],
    body: root.querySelector('[name=body]'),
    response: find('.send-response'),
    log: find('.send-log'),
  }
}
