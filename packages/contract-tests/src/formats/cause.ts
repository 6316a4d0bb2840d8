import type { CheckResult, ReportedViolation } from '../findings/report.ts'
import { renderViolation } from './console.ts'
import { chooseStyle } from './style.ts'

/** The finding under which a failed check is told: its own, or the one that it follows. */
export function causeOf<Violation extends ReportedViolation>(
  check: CheckResult,
  violations: readonly Violation[],
): Violation | undefined {
  return violations.find(
    (violation) =>
      (violation.operation === check.operation && violation.title === check.title) ||
      violation.followers.some(
        ({ operation, title }) => operation === check.operation && title === check.title,
      ),
  )
}

/** The finding as the command prints it. */
export function violationText(violation: ReportedViolation): string {
  return renderViolation(violation, chooseStyle(false, undefined))
}
