import { element, textBox } from './elements.ts'

/** A call that was made, with the code that makes it again. It holds no token. */
export interface LoggedCall {
  /** `POST /users/tokens/create as Ada, a member of demo: 201 in 34 ms` */
  readonly title: string
  readonly curl: string
  readonly code?: string | undefined
}

export interface CallLog {
  /** @param isKept - Whether the pages that are opened after this one in the same tab show it, too. */
  add(call: LoggedCall, isKept: boolean): void
  clear(): void
}

const mostCalls = 10
const storageKey = 'windmill-user-docs:calls'

/** The last calls, newest first. Those to a sandbox are kept for the tab; those to a server of the reader are in memory alone. */
export function createCallLog(place: HTMLElement): CallLog {
  let calls = readKept()
  const show = () => {
    place.replaceChildren(
      element('p', { class: 'send-title' }, 'Last calls'),
      element('ol', {}, ...calls.map(itemOf)),
    )
    place.hidden = calls.length === 0
  }
  show()
  return {
    add(call, isKept) {
      calls = [call, ...calls].slice(0, mostCalls)
      if (isKept) keep([call, ...readKept()].slice(0, mostCalls))
      show()
    },
    clear() {
      calls = []
      keep(calls)
      show()
    },
  }
}

function itemOf({ title, curl, code }: LoggedCall): HTMLElement {
  return element(
    'li',
    {},
    element(
      'details',
      {},
      element('summary', {}, title),
      textBox('curl', curl),
      code === undefined ? undefined : textBox('TypeScript client', code),
    ),
  )
}

/** A browser may forbid storage. */
function readKept(): readonly LoggedCall[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
  } catch {
    return []
  }
}

function keep(calls: readonly LoggedCall[]): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(calls))
  } catch {
    // the log of this page has them
  }
}
