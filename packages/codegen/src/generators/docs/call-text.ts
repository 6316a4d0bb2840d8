import { literal, memberName } from '../../text/literal.ts'

/** How long a line may be, so that a page shows it whole. */
const width = 72

interface Place {
  /** What comes before the object among the arguments. */
  readonly first?: readonly string[]
  /** That of the line on which the call begins. */
  readonly indentation?: string
}

/** A call with one object as its last argument, on one line where that fits; without the object where that has no members. */
export function callText(
  callee: string,
  input: Readonly<Record<string, unknown>>,
  { first = [], indentation = '' }: Place = {},
): string {
  const deeper = `${indentation}  `
  const members = Object.entries(input).map(
    ([name, value]) => `${memberName(name)}: ${literal(value, deeper)}`,
  )
  const call = (written: readonly string[]) => `${callee}(${[...first, ...written].join(', ')})`
  if (members.length === 0) return call([])
  const oneLine = call([`{ ${members.join(', ')} }`])
  if (indentation.length + oneLine.length <= width && !oneLine.includes('\n')) return oneLine
  return call([`{\n${members.map((member) => `${deeper}${member},\n`).join('')}${indentation}}`])
}
