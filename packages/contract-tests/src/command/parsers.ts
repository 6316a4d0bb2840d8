import { InvalidArgumentError } from 'commander'
import { isRule, type Rule, rules } from '../document/rule.ts'
import { nearest } from '../files/nearest.ts'
import { isReportKind, kindOfFile, reportKinds } from '../formats/index.ts'
import { operations } from '../generated/operations.ts'
import type { Shard } from '../run/select-contracts.ts'
import { wholeNumber } from './command-line.ts'
import type { ReportFile } from './write-reports.ts'

/** Adds values, separated by commas, to those of the same option before them. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...value.split(',').map((part) => part.trim())]
}

/** Adds operations of the document to those before them. */
export function collectOperations(value: string, previous: readonly string[] = []): readonly string[] {
  const known = Object.keys(operations)
  for (const id of collect(value))
    if (!known.includes(id))
      throw new InvalidArgumentError(`No operation is called "${id}". ${nearest(id, known)}`)
  return collect(value, previous)
}

/** Adds rules to those before them. */
export function collectRules(value: string, previous: readonly Rule[] = []): readonly Rule[] {
  return [...previous, ...collect(value).map(parseRule)]
}

function parseRule(name: string): Rule {
  if (isRule(name)) return name
  throw new InvalidArgumentError(`No rule is called "${name}". ${nearest(name, Object.keys(rules))}`)
}

/** A number of things, from 1. */
export const parseCount = wholeNumber({
  least: 1,
  expected: 'Expected a whole number from 1, for example 4.',
})

/** A time. */
export const parseMilliseconds = wholeNumber({
  least: 1,
  expected: 'Expected a whole number of milliseconds, for example 10000.',
})

/** A seed, as a run prints it. */
export const parseSeed = wholeNumber({
  least: 0,
  most: 2 ** 31 - 1,
  expected: 'Expected a whole number from 0 to 2147483647, for example 42.',
})

/** One part of the checks, `index/total`: `1/3`. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? []
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count }
  throw new InvalidArgumentError('Expected `index/total`, for example 1/3.')
}

/** Adds a file to write a report to: `junit=contract.xml`, or a file whose ending says which kind. */
export function collectReports(value: string, previous: readonly ReportFile[] = []): readonly ReportFile[] {
  return [...previous, ...collect(value).map(parseReport)]
}

function parseReport(text: string): ReportFile {
  const [, name, named] = /^([a-z]+)=(.+)$/.exec(text) ?? []
  const kind = name !== undefined && isReportKind(name) ? name : kindOfFile(text)
  const file = named ?? text
  if (kind && (name === undefined || isReportKind(name))) return { kind, file }
  throw new InvalidArgumentError(
    `"${text}" is not a report. Write a kind and a file, for example junit=contract.xml. Expected one of ${Object.keys(reportKinds).join(', ')}.`,
  )
}
