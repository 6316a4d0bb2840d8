export type { CheckName } from './checks/contract.ts'
export type { Place } from './document/place-of.ts'
export { type Rule, rules } from './document/rule.ts'
export { ContractTestError, NotApplicable, SetupProblem } from './errors.ts'
export type { Observation } from './expect/observation.ts'
export type { Coverage, OperationCoverage, StatusCoverage } from './findings/coverage.ts'
export type {
  AcceptedBlock,
  Deviation,
  Deviations,
  LeastCoverage,
  StaleDeviation,
} from './findings/deviation.ts'
export type { Finding } from './findings/finding.ts'
export type { CheckOutcome, FinishedCheck } from './findings/outcome.ts'
export {
  type BlockedChecks,
  type CheckResult,
  type Counts,
  holds,
  type NotApplicableCheck,
  type Report,
  type RunDetails,
} from './findings/report.ts'
export type { Severity } from './findings/severity.ts'
export type { GivenAccount, GivenRole } from './fixtures/fixtures.ts'
export type { Left, Thing } from './fixtures/thing.ts'
export type { Bounds } from './http/bounded-transport.ts'
export type { Exchange, ReceivedResponse, SentRequest } from './http/exchange.ts'
export type { MaskedCall, MaskedResponse } from './http/masked-call.ts'
export type { CallerRole } from './http/token-book.ts'
export type { Fetch } from './http/transport.ts'
export { type CleanUpOptions, type CleanUpReport, cleanUp } from './run/clean-up.ts'
export { type Detected, type DetectOptions, detectOperations } from './run/detect.ts'
export type { Profile } from './run/read-only.ts'
export { type RunOptions, runContract } from './run/run-contract.ts'
export type { Selection, Shard } from './run/select-contracts.ts'
export type { RunInProgress, SessionOptions } from './run/session.ts'
