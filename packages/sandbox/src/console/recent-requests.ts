import type { LogEntry } from '../ports.ts'

/** An answered request, with what its sender was told where it failed. */
export interface RecentRequest extends LogEntry {
  readonly reason?: string
}

/** The latest requests, newest first. */
export interface RecentRequests {
  /** Remembers one, and forgets the oldest. */
  note(entry: LogEntry, response: Response): Promise<void>
  list(): readonly RecentRequest[]
}

const mostKept = 100

/** In characters. */
const longestReason = 300

/** Nothing was requested yet. */
export function rememberRequests(): RecentRequests {
  const requests: RecentRequest[] = []
  return {
    note: async (entry, response) => {
      const reason = response.status < 400 ? undefined : await reasonOf(response)
      requests.unshift(reason === undefined ? entry : { ...entry, reason })
      requests.length = Math.min(requests.length, mostKept)
    },
    list: () => requests,
  }
}

/** The text of a refusal: it repeats no text that was sent, which may be a secret. */
async function reasonOf(response: Response): Promise<string> {
  const text = await response.clone().text()
  return text.length <= longestReason ? text : `${text.slice(0, longestReason)}…`
}
