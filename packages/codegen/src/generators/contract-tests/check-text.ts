import { quoted } from '../../text/literal.ts'

/** One `check(…)` of a generated file. */
export interface CheckText {
  readonly rule: string
  readonly title: string
  /** Statements, one a line. */
  readonly lines: readonly string[]
  /** The expression of what tells the check apart from others of its rule, where there are any: `'an expired token'`. */
  readonly situation?: string
}

/** A check as it stands in the file, `indentation` deep. A title with `${` stays a template. */
export function checkText({ rule, title, lines, situation }: CheckText, indentation = '    '): string {
  const written = title.includes('${') ? `\`${title}\`` : quoted(title)
  return [
    `${indentation}check('${rule}', ${written}, async (calls) => {`,
    ...lines.map((line) => `${indentation}  ${line}`),
    `${indentation}}${situation === undefined ? '' : `, ${situation}`})`,
  ].join('\n')
}

/** Checks of one shape over a table: each row has what the title says, and expressions of what the check does. */
export function tableText(options: {
  readonly names: readonly [string, string, ...string[]]
  readonly rows: readonly (readonly [string, string, ...string[]])[]
  readonly check: CheckText
}): string {
  const rows = options.rows.map(
    ([what, ...expressions]) => `      [${[quoted(what), ...expressions].join(', ')}],`,
  )
  return [
    `    for (const [${options.names.join(', ')}] of [`,
    ...rows,
    '    ] as const) {',
    checkText(options.check, '      '),
    '    }',
  ].join('\n')
}

/** Checks over a list of single values: each row is an expression, known by one name. */
export function listTableText(options: {
  readonly name: string
  readonly rows: readonly string[]
  readonly checks: readonly CheckText[]
}): string {
  return [
    `    for (const ${options.name} of [${options.rows.join(', ')}] as const) {`,
    options.checks.map((check) => checkText(check, '      ')).join('\n\n'),
    '    }',
  ].join('\n')
}
