export type { Calls } from './checks/calls.ts'
export type { Check } from './checks/contract.ts'
export type { Place } from './document/place-of.ts'
export { type Rule, rules } from './document/rule.ts'
export { ContractTestError, Mismatch, type MismatchDetails, NotExercised, SetupProblem } from './errors.ts'
export type { Coverage, OperationCoverage, StatusCoverage } from './findings/coverage.ts'
export type { Deviation, OutdatedDeviation } from './findings/deviation.ts'
export type { Violation } from './findings/finding.ts'
export type { KnownViolation } from './findings/judge.ts'
export {
  type CheckResult,
  type Follower,
  holds,
  type NotExercisedCheck,
  type Report,
  type ReportedViolation,
  type RunDetails,
} from './findings/report.ts'
export type { Left, Thing } from './fixtures/thing.ts'
export type { Bounds } from './http/bounded-transport.ts'
export type { Exchange, ReceivedResponse, SentRequest } from './http/exchange.ts'
export type { MaskedCall, MaskedResponse } from './http/masked-call.ts'
export { NoResponse, type NoResponseDetails, type NoResponseKind } from './http/no-response.ts'
export type { Role } from './http/token-book.ts'
export type { Fetch } from './http/transport.ts'
export type { CheckOutcome, FinishedCheck } from './run/check-outcome.ts'
export { type CleanUpOptions, type CleanUpReport, cleanUp } from './run/clean-up.ts'
export type { Profile } from './run/read-only.ts'
export { type RunOptions, runContract } from './run/run-contract.ts'
export type { Selection, Shard } from './run/select-contracts.ts'
export type { RunInProgress, SessionOptions } from './run/session.ts'
