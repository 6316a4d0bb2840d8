import type { Reason } from '../reason.ts'
import type { Finding } from './hold-to-contract.ts'

/** What the contract tests of the last release say of the new sandbox: callers were promised otherwise. Messages may change. */
export function judgeOldSuite(findings: readonly Finding[]): readonly Reason[] {
  return findings.map(({ severity, ...finding }) => ({
    impact: severity === 'wording' ? 'patch' : 'major',
    package: 'sandbox',
    what: `does otherwise than the last contract says: ${describe(finding)}`,
    place: `contract-tests of the last release: ${finding.rule}`,
  }))
}

/** What the new contract tests say of the last sandbox: this release mends or adds it. */
export function judgeNewSuite(findings: readonly Finding[]): readonly Reason[] {
  return findings.map((finding) => ({
    impact: 'patch',
    package: 'contract-tests',
    what: `the sandbox of the last release does not pass: ${describe(finding)}`,
    place: `contract-tests: ${finding.rule}`,
  }))
}

function describe({ title, operations }: Pick<Finding, 'title' | 'operations'>): string {
  return `${operations.join(', ')}: ${title}`
}
