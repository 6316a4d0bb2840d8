import { rules } from '../document/rule.ts'
import { describeOutdated, type OutdatedDeviation } from '../findings/deviation.ts'
import type { Report, ReportedViolation } from '../findings/report.ts'
import { violationText } from './cause.ts'

/** SARIF 2.1.0, as code scanning reads it: one result per finding, at its place in the document. */
export function sarifReport(report: Report): string {
  const used = [
    ...new Set([...report.violations, ...report.known, ...report.outdated].map(({ rule }) => rule)),
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
        invocations: [{ executionSuccessful: true, startTimeUtc: report.startedAt }],
        results: [
          ...report.violations.map(toResult),
          ...report.known.map((violation) => ({
            ...toResult(violation),
            suppressions: [{ kind: 'external', justification: violation.reason }],
          })),
          ...report.outdated.map(toOutdated),
        ],
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function toOutdated(deviation: OutdatedDeviation) {
  const { operation, rule, problem } = deviation
  return {
    ruleId: rule,
    level: 'error',
    message: { text: `The known deviation ${operation} ${rule} ${describeOutdated(deviation)}` },
    partialFingerprints: { 'operation/rule/title': `${operation}/${rule}/${problem}` },
    locations: [{ logicalLocations: [{ name: operation, fullyQualifiedName: operation }] }],
  }
}

function toResult(violation: ReportedViolation) {
  const { operation, rule, title, expected, came, meaning, place } = violation
  return {
    ruleId: rule,
    level: 'error',
    message: {
      text: `${operation} ${title}: expected ${expected}, came ${came}. ${meaning}\n\n${violationText(violation)}`,
    },
    // The same finding has the same name in every run, so that it is not shown as new.
    partialFingerprints: { 'operation/rule/title': `${operation}/${rule}/${title}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: place?.line === undefined ? 'openapi.internal.json' : 'openapi.yaml' },
          ...(place?.line !== undefined && { region: { startLine: place.line } }),
        },
        logicalLocations: [{ name: operation, fullyQualifiedName: place?.pointer ?? operation }],
      },
    ],
  }
}
