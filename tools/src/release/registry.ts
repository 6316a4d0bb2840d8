import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a release asks a registry for, and does to it. */
export interface Registry {
  /** The checksum of a published version; none where there is no such version. */
  integrityOf(name: string, version: string): Promise<string | undefined>
  /** The version that `npm install` takes; none before the first release. */
  latestOf(name: string): Promise<string | undefined>
  publish(file: string, tag: string): Promise<void>
}

/** The registry that npm is configured for. */
export const npmRegistry: Registry = {
  integrityOf: (name, version) => view(`${name}@${version}`, 'dist.integrity'),
  latestOf: (name) => view(name, 'dist-tags.latest'),
  publish: async (file, tag) => {
    // npm signs on a host that vouches for the commit. Anywhere else it would refuse to.
    const provenance = process.env['GITHUB_ACTIONS'] === 'true' ? ['--provenance'] : []
    await run('npm', ['publish', file, '--access', 'public', '--tag', tag, ...provenance])
  },
}

async function view(what: string, field: string): Promise<string | undefined> {
  // Without --prefer-online, npm would answer what it knew before the version was published.
  const asked = run('npm', ['view', what, field, '--json', '--prefer-online'])
  const { stdout } = await asked.catch((failure: { stdout: string }) => {
    if (failure.stdout?.includes('"E404"')) return { stdout: '' }
    throw failure
  })
  return stdout.trim() === '' ? undefined : JSON.parse(stdout)
}
