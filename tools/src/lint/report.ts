import type { Problem } from './problem.ts'

/** A line for each mistake, as an editor's problem matcher reads it; nothing where there is none. */
export function asText(problems: readonly Problem[], folder: string): string {
  return problems
    .map(({ file, line, column, rule, severity, message }) => {
      const mark = severity === 'warning' ? ' (warning)' : ''
      return `${folder}/${file}:${line}:${column} ${rule}${mark}: ${message}\n`
    })
    .join('')
}

/** The mistakes as SARIF 2.1.0 (OASIS), for code scanning. */
export function asSarif(problems: readonly Problem[], folder: string): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))].map((id) => ({ id }))
  const results = problems.map(({ file, line, column, rule, severity, message }) => ({
    ruleId: rule,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(`${folder}/${file}`) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }))
  const run = { tool: { driver: { name: 'lint', rules } }, columnKind: 'utf16CodeUnits', results }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}
