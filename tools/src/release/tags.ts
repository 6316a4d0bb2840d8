import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { repository } from '../repository.ts'

async function git(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', words, { cwd: repository })
  return stdout.trim()
}

/** Files that differ from the commit, or that it does not know. */
export async function changedFiles(): Promise<readonly string[]> {
  const status = await git('status', '--porcelain')
  return status
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\s*\S+\s+/, ''))
}

/**
 * Sets the tags that are missing on this commit.
 *
 * @throws where one stands on another commit.
 */
export async function tagCommit(tags: readonly string[]): Promise<void> {
  const head = await git('rev-parse', 'HEAD')
  const lines = (await git('tag', '--list', '--format=%(refname:strip=2) %(objectname)')).split('\n')
  const known = new Map(lines.map((line) => line.split(' ')).map(([tag = '', commit]) => [tag, commit]))
  const elsewhere = tags.filter((tag) => known.has(tag) && known.get(tag) !== head)
  if (elsewhere.length > 0)
    throw new Error(
      `The tag ${elsewhere[0]} is on another commit. Check that one out to continue its release.`,
    )
  for (const tag of tags) if (!known.has(tag)) await git('tag', tag)
}

export async function pushTags(tags: readonly string[]): Promise<void> {
  await git('push', 'origin', ...tags.map((tag) => `refs/tags/${tag}`))
}
