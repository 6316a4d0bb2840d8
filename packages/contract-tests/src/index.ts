export type { Deviation, OutdatedDeviation } from './deviations/deviation.ts'
export type { KnownViolation } from './deviations/judge.ts'
export type { Place } from './document/place-of.ts'
export { ContractTestError, Mismatch, type MismatchDetails, NotExercised, SetupProblem } from './errors.ts'
export type { Fetch } from './http/caller.ts'
export type { Exchange, ReceivedAnswer, SentRequest } from './http/exchange.ts'
export type { Coverage, OperationCoverage, StatusCoverage } from './record/coverage.ts'
export type { MaskedAnswer, MaskedCall } from './record/masked-call.ts'
export type { Role } from './record/roles.ts'
export type { Violation } from './report/violation.ts'
export type { CheckOutcome, FinishedCheck } from './run/check-outcome.ts'
export { type CleanUpReport, cleanUp } from './run/clean-up.ts'
export type { Profile } from './run/read-only.ts'
export {
  type CheckResult,
  type Follower,
  holds,
  type NotExercisedCheck,
  type Report,
  type ReportedViolation,
  type RunFacts,
} from './run/report.ts'
export { type RunOptions, runContract } from './run/run-contract.ts'
export type { Selection, Shard } from './run/select-contracts.ts'
export type { SessionOptions } from './run/session.ts'
export type { Check } from './suite/contract.ts'
export { type Rule, rules } from './suite/rule.ts'
export type { Scene } from './suite/scene.ts'
