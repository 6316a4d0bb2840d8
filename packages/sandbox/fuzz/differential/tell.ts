import type { Sandbox, SeedWorld } from '../../src/index.ts'
import type { Call } from './arbitrary-call.ts'
import type { Determinism } from './determinism.ts'

/** One of the sandboxes that are compared. */
export interface Side {
  readonly name: string
  readonly sandbox: Pick<Sandbox, 'fetch' | 'reset'>
  /** Of the clock and the randomness that the sandbox was made with. */
  readonly determinism: Determinism
}

/** What a sandbox responds to each call of a story: status, headers and body. */
export async function tell(
  { sandbox, determinism }: Side,
  story: readonly Call[],
  seed: SeedWorld,
): Promise<string[]> {
  determinism.begin()
  await sandbox.reset(seed)
  let latest = ''
  const told: string[] = []
  for (const call of story) {
    determinism.pass(call.minutesLater)
    const response = await sandbox.fetch(requestOf(call, latest))
    const text = await response.text()
    if (/^[A-Za-z0-9]{32}$/.test(text)) latest = text
    told.push(`${response.status} ${headersOf(response)} ${text}`)
  }
  return told
}

function requestOf({ method, path, as, body }: Call, latest: string): Request {
  const headers = {
    ...(as !== undefined && { Authorization: `Bearer ${as === 'latest' ? latest : as}` }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
  return new Request(`http://localhost:8000${path}`, { method, headers, ...(body !== undefined && { body }) })
}

/** Without what the randomness of the platform makes: the id of a request, and what ties a login by OAuth to a browser. */
function headersOf({ headers }: Response): string {
  const kept = [...headers].filter(([name]) => name !== 'x-request-id')
  const text = kept.map(([name, value]) => `${name}: ${value}`).join('; ')
  return text.replaceAll(/(csrf|state|code_challenge)=[^;&]*/g, '$1=…')
}
