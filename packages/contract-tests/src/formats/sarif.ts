import { rules } from '../document/rule.ts'
import { describeStale, nameOf, type StaleDeviation } from '../findings/deviation.ts'
import type { Finding } from '../findings/finding.ts'
import type { Report } from '../findings/report.ts'
import { describeLeft } from '../fixtures/thing.ts'
import { operationsOf, renderFinding } from './console.ts'
import { chooseStyle } from './style.ts'

/** SARIF 2.1.0, as code scanning reads it: one result per finding, at its place in the document. */
export function sarifReport(report: Report): string {
  const used = [
    ...new Set([
      ...report.findings.map(({ rule }) => rule),
      ...report.stale.map(({ deviation }) => deviation.rule),
    ]),
  ]
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'windmill-user-contract',
            rules: used.map((rule) => ({ id: rule, shortDescription: { text: rules[rule] } })),
          },
        },
        invocations: [
          {
            executionSuccessful: report.stopped === undefined,
            startTimeUtc: report.startedAt,
            ...(report.left.length > 0 && { toolExecutionNotifications: leftOn(report) }),
          },
        ],
        results: [...report.findings.map(toResult), ...report.stale.map(toStale)],
        properties: { counts: report.counts, exitStatus: report.exitStatus },
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

/** Nothing is wrong with the code in what a run leaves: it is said of the run, not as a result. */
function leftOn({ left, cleanUpCommand = '' }: Report) {
  return left.map((thing) => ({
    level: 'warning',
    message: { text: `Left on the server: ${describeLeft(thing)}. Remove it with: ${cleanUpCommand}` },
  }))
}

function toStale(stale: StaleDeviation) {
  const { deviation } = stale
  return {
    ruleId: deviation.rule,
    level: 'error',
    message: { text: `The deviation ${nameOf(deviation)} ${describeStale(stale)}` },
    partialFingerprints: { 'deviation/problem': `${nameOf(deviation)}/${stale.problem}` },
    locations: stale.operations.map((operation) => ({
      logicalLocations: [{ name: operation, fullyQualifiedName: operation }],
    })),
  }
}

const levels = { security: 'error', data: 'error', client: 'error', wording: 'warning' } as const

function toResult(finding: Finding) {
  const { rule, title, expected, actual, observation, meaning, place, operations, severity, reason } = finding
  const text = renderFinding(finding, { style: chooseStyle(false, undefined) })
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: `${operationsOf(finding)} ${title}. ${meaning}\n\n${text}` },
    // The same finding has the same name in every run, so that it is not shown as new.
    partialFingerprints: {
      'operations/rule/observation': [operations.join(','), rule, observation, expected, actual].join('/'),
    },
    ...(reason !== undefined && { suppressions: [{ kind: 'external', justification: reason }] }),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: place?.line === undefined ? 'openapi.internal.json' : 'openapi.yaml' },
          ...(place?.line !== undefined && { region: { startLine: place.line } }),
        },
        logicalLocations: operations.map((operation) => ({
          name: operation,
          fullyQualifiedName: place?.pointer ?? operation,
        })),
      },
    ],
  }
}
