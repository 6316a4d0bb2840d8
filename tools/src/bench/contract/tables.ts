import { markdownTable } from '../markdown-table.ts'
import type { Harmless, Outcome, PlantedFault } from './faults.ts'

/** The table by group, and what has survived, by name. */
export function renderFaults(faults: readonly PlantedFault[], outcomes: readonly Outcome[]): string {
  const visible = outcomes.filter(({ name }) => !reasonOf(name, faults))
  const groups = [...new Set(visible.map(({ group }) => group))]
  const rows = groups.map((group) =>
    rowOf(
      group,
      visible.filter((outcome) => outcome.group === group),
    ),
  )
  const head = ['group', 'planted', 'noticed', 'named right']
  const table = markdownTable(head, [...rows, rowOf('**all**', visible)])
  const survivors = visible.filter((outcome) => !isNoticed(outcome))
  const unseen = outcomes.filter(({ name }) => reasonOf(name, faults))
  return [
    table,
    survivors.length === 0 ? 'Survivors: none.\n' : list('Survivors:', survivors.map(describe)),
    ...(unseen.length === 0
      ? []
      : [
          list(
            'Also planted but not counted, because they cannot be seen from outside:',
            unseen.map((outcome) => `${outcome.name}: ${reasonOf(outcome.name, faults)}`),
          ),
        ]),
  ].join('\n')
}

/** What the suite said of harmless differences. */
export function renderHarmless(outcomes: readonly Harmless[]): string {
  return renderAlarms('Harmless differences', outcomes)
}

/** What the suite said of a correct server. */
export function renderCorrect(outcomes: readonly Harmless[]): string {
  return renderAlarms('Runs on a correct server', outcomes)
}

function renderAlarms(what: string, outcomes: readonly Harmless[]): string {
  const alarming = outcomes.filter(({ alarms }) => alarms.length > 0)
  const title = `${what}: ${outcomes.length}; with an alarm: ${alarming.length}.`
  if (alarming.length === 0) return `${title}\n`
  return list(
    title,
    alarming.map(({ name, alarms }) => `${name}: ${alarms[0]} (${alarms.length})`),
  )
}

/** Whether anything has survived that somebody could have seen. */
export function hasSurvivor(faults: readonly PlantedFault[], outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => !isNoticed(outcome) && !reasonOf(outcome.name, faults))
}

function isNoticed({ verdict }: Outcome): boolean {
  return verdict === 'named' || verdict === 'noticed'
}

function reasonOf(name: string, faults: readonly PlantedFault[]): string | undefined {
  return faults.find((fault) => fault.name === name)?.invisible
}

function rowOf(group: string, outcomes: readonly Outcome[]): string[] {
  const noticed = outcomes.filter(isNoticed).length
  const named = outcomes.filter(({ verdict }) => verdict === 'named').length
  return [group, String(outcomes.length), share(noticed, outcomes.length), share(named, noticed)]
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0' : `${part} (${((100 * part) / whole).toFixed(1)} %)`
}

function describe({ name, verdict, told }: Outcome): string {
  return verdict === 'stopped' ? `${name}: the run has stopped: ${told[0]}` : name
}

function list(title: string, items: readonly string[]): string {
  return `${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`
}
