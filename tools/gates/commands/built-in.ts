import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** These two run the script of the same name, and nothing of their own. */
const scriptsByName = ['start', 'stop', 'restart', 'test']

/** Every command of pnpm and npm, with its other names: a script of the same name would never run. */
export async function builtInCommands(): Promise<ReadonlySet<string>> {
  const [pnpm, npm] = await Promise.all([run('pnpm', ['help', '-a']), run('npm', ['help'])])
  const names = [...commandsOfPnpm(pnpm.stdout), ...commandsOfNpm(npm.stdout)]
  return new Set(names.filter((name) => !scriptsByName.includes(name)))
}

function commandsOfPnpm(help: string): readonly string[] {
  const [, list = ''] = /^Commands:\n(.*?)\n\n/ms.exec(help) ?? []
  return list.split('\n').flatMap((line) => {
    const [, name = '', aliases = ''] = /^ {2}(\S+) .*?(?:\[alias(?:es)?: ([^\]]*)\])?$/.exec(line) ?? []
    return [name, ...aliases.split(', ')].filter((word) => word !== '')
  })
}

function commandsOfNpm(help: string): readonly string[] {
  const [, list = ''] = /^All commands:\n\n(.*?)\n\n/ms.exec(help) ?? []
  return list.split(/[,\s]+/).filter((word) => word !== '')
}
