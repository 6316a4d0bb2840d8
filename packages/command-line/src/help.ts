import { Help, Option } from 'commander'
import { EnvironmentOption } from './environment.ts'

/** Below this width, a description has its own line. */
const narrow = 72

/** One option of the help: its description stands beside it, or below it on a narrow terminal. */
export function formatOption(
  this: void,
  term: string,
  termWidth: number,
  description: string,
  helper: Help,
): string {
  const width = helper.helpWidth ?? 80
  if (width >= narrow) return Help.prototype.formatItem.call(helper, term, termWidth, description, helper)
  return `  ${term}\n${wrap(description, width, '      ')}`
}

/** What an option is for, with its default and the names of its variables. */
export function describeOption(this: void, option: Option): string {
  const shown = new Option(option.flags, option.description)
  if (option.argChoices) shown.choices(option.argChoices)
  shown.default(option.defaultValue, option.defaultValueDescription)
  if (option instanceof EnvironmentOption) shown.env(option.variables.join(' or '))
  return Help.prototype.optionDescription(shown)
}

/** Breaks paragraphs at the width of the terminal; those with commands, which are indented, stay as they are. */
export function wrapProse(text: string, width = 80): string {
  return text
    .split('\n\n')
    .map((paragraph) => (/^ /m.test(paragraph) ? paragraph : wrap(paragraph, width, '')))
    .join('\n\n')
}

function wrap(text: string, width: number, indent: string): string {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && indent.length + line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => indent + line).join('\n')
}
