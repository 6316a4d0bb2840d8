/** A command as a page shows it. */
export interface Documented {
  /** The words after `pnpm` and its own options. `node x.js` is `exec node x.js`. */
  readonly words: readonly string[]
  /** Where pnpm runs it: the folder or the package that `--dir` or `--filter` names. */
  readonly place: string | undefined
  /** As it is written, for messages. */
  readonly text: string
}

/** Blocks without a language hold commands and their output, among other things. */
const shellBlock = /^ *```(?:sh|bash|console|shell)?\n(.*?)^ *```/gms
const inlineCode = /`([^`\n]+)`/g

/** Every command of this repository on a page: lines of shell blocks, and inline code. */
export function documentedCommands(page: string): readonly Documented[] {
  const blocks = [...page.matchAll(shellBlock)].flatMap(([, block = '']) => block.split('\n'))
  const prose = page.replaceAll(/^ *```.*?^ *```/gms, '')
  const inline = [...prose.matchAll(inlineCode)].map(([, code = '']) => code)
  const commands = [...blocks, ...inline].map((line) => line.trim().replace(/^\$ /, ''))
  return commands.flatMap((command) => readCommand(command) ?? [])
}

/** With pnpm as it is, or as the README calls it before it is installed. */
const pnpm = /^(?:[A-Z_]+=\S+ )*(?:npx -y pnpm@[\d.]+|pnpm)(?: (?<rest>.*))?$/
/** A program of this repository, run without pnpm. */
const ownProgram = /^node (?:packages|tools)\//

function readCommand(text: string): Documented | undefined {
  // A line of a block may end with a comment, or with what the line does after a gap.
  const [command = ''] = text.split(/ {2,}| #/)
  const rest = ownProgram.test(command) ? `exec ${command}` : pnpm.exec(command)?.groups?.['rest']
  const words = rest?.match(/"[^"]*"|'[^']*'|[^\s,]+/g) ?? []
  const places: string[] = []
  while (words[0] === '--filter' || words[0] === '--dir') places.push(...words.splice(0, 2).slice(1))
  return words.length === 0 ? undefined : { words, place: places[0], text }
}
