import { inspect } from 'node:util'
import type { Calls, Contender } from './contenders/contender.ts'
import {
  account,
  broken,
  failing,
  type MisbehavingServer,
  movedTo,
  only,
  portal,
  type Scenario,
  silent,
  unsteady,
  well,
} from './misbehaving-server.ts'

/** What is measured of a contender, and what comes of it. */
export interface Behaviour {
  readonly title: string
  readonly measure: (stage: Stage) => Promise<string>
}

/** A contender before a server that does what the measure tells it. */
export interface Stage {
  readonly server: MisbehavingServer
  /** Another origin, to which nothing may go. */
  readonly elsewhere: MisbehavingServer
  readonly contender: Contender
}

/** A call that has ended, with all that its user could log. */
type Outcome = { readonly value: unknown } | { readonly failure: unknown }

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
const password = 'analytical-engine'

async function call(
  { server, contender }: Stage,
  scenario: Scenario,
  choose: (calls: Calls) => Promise<unknown>,
): Promise<Outcome> {
  server.begin(scenario)
  const connection = { baseUrl: `${server.origin}/api`, token: async () => token, refresh: async () => token }
  return outcome(contender, async () => choose(contender.connect(connection)))
}

async function outcome(contender: Contender, call: () => Promise<unknown>): Promise<Outcome> {
  try {
    const value = await call()
    if (contender.isFailure?.(value)) return { failure: value }
    return { value: contender.bodyOf ? contender.bodyOf(value) : value }
  } catch (failure) {
    return { failure }
  }
}

const isAccount = (outcome: Outcome) => 'value' in outcome && inspect(outcome.value).includes(account.email)

async function retriesOnce(stage: Stage): Promise<string> {
  const again = await call(stage, unsteady(), (calls) => calls.account())
  if (!isAccount(again)) return 'no'
  const began = performance.now()
  await call(stage, unsteady({ 'Retry-After': '1' }), (calls) => calls.account())
  const isPatient = performance.now() - began >= 990
  return isPatient ? 'yes, `Retry-After` honoured' : 'yes'
}

async function postsOnce(stage: Stage): Promise<string> {
  await call(stage, unsteady(), (calls) => calls.logIn(password))
  return stage.server.arrivals.length > 1 ? '**sent twice**' : 'sent once'
}

async function endsInTime(stage: Stage): Promise<string> {
  const milliseconds = 250
  const limited = (calls: Calls) => calls.limited?.(milliseconds) ?? Promise.resolve()
  const began = performance.now()
  const ended = await call(stage, silent, limited)
  if ('value' in ended) return 'no'
  return performance.now() - began < 1.5 * milliseconds ? 'the whole call' : 'one attempt'
}

async function refreshes({ server, contender }: Stage): Promise<string> {
  let current = 'old'
  let count = 0
  const refresh = async () => {
    count += 1
    current = 'new'
    return current
  }
  server.begin(only('new'))
  const connection = { baseUrl: `${server.origin}/api`, token: async () => 'old', refresh }
  const calls = contender.connect(connection)
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => outcome(contender, () => calls.account())),
  )
  const succeeded = outcomes.filter(isAccount).length
  return succeeded > 0 ? `${succeeded} of 20 calls, ${count} refresh` : 'no'
}

async function climbs(stage: Stage): Promise<string> {
  await call(stage, well, (calls) => calls.remove('..'))
  const [arrival] = stage.server.arrivals
  return arrival
    ? `**calls \`${arrival.method} ${arrival.path.replace(/^\/api/, '')}\`**`
    : 'refused, nothing sent'
}

async function readsText(stage: Stage): Promise<string> {
  const email = await call(stage, well, (calls) => calls.email())
  if ('value' in email) return email.value === account.email ? 'ok' : `\`${inspect(email.value)}\``
  return `throws \`${email.failure instanceof Error ? email.failure.name : typeof email.failure}\``
}

async function takesPortal(stage: Stage): Promise<string> {
  const page = await call(stage, portal, (calls) => calls.account())
  return 'value' in page ? '**taken for the result**' : 'an error'
}

async function showsSecrets(stage: Stage): Promise<string> {
  const outcomes = [
    await call(stage, failing, (calls) => calls.logIn(password)),
    await call(stage, failing, (calls) => calls.account()),
    await call(stage, broken, (calls) => calls.logIn(password)),
    await call(stage, broken, (calls) => calls.remove('ada')),
  ]
  const printed = outcomes.map((ended) => inspect(ended, { depth: 10 }) + json(ended)).join()
  const shown = Object.entries({ password, token }).filter(([, secret]) => printed.includes(secret))
  return shown.length > 0 ? `**${shown.map(([name]) => name).join(', ')}**` : 'no'
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return ''
  }
}

async function followsElsewhere(stage: Stage): Promise<string> {
  stage.elsewhere.begin(well)
  await call(stage, movedTo(stage.elsewhere.origin), (calls) => calls.logIn(password))
  const came = stage.elsewhere.arrivals.some(({ said }) => said.includes(password))
  return came ? '**password**' : 'nothing'
}

/** The columns, from left to right. */
export const behaviours: readonly Behaviour[] = [
  { title: 'GET again after a 503', measure: retriesOnce },
  { title: 'POST, after a 503', measure: postsOnce },
  { title: 'time limit for', measure: endsInTime },
  { title: 'expired token', measure: refreshes },
  { title: '`..` as path value', measure: climbs },
  { title: '200 `text/plain`', measure: readsText },
  { title: '200 HTML for JSON', measure: takesPortal },
  { title: 'secret in a logged failure', measure: showsSecrets },
  { title: 'redirect takes elsewhere', measure: followsElsewhere },
]
