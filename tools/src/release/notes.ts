/** What a changelog says of a version: the text below its heading. */
export function entryOf(changelog: string, version: string): string {
  const [, after = ''] = changelog.split(`\n## ${version}\n`)
  return (after.split('\n## ')[0] ?? '').trim()
}

/** One text for the release of all packages. A change that several packages list appears once, with all of them. */
export function releaseNotes(changelogs: ReadonlyMap<string, string>, version: string): string {
  const packagesByChange = new Map<string, string[]>()
  for (const [name, changelog] of changelogs)
    for (const change of changesIn(entryOf(changelog, version)))
      packagesByChange.set(change, [...(packagesByChange.get(change) ?? []), name])
  const lines = [...packagesByChange].map(([change, names]) => `- ${change} (${names.join(', ')})`)
  return lines.length === 0 ? 'Nothing changed for users.\n' : `${lines.join('\n')}\n`
}

/** Each item of the entry, without the commit that begins it and without versions of neighbours, which changesets writes in two ways. */
function changesIn(entry: string): readonly string[] {
  return entry
    .split(/^- /m)
    .slice(1)
    .map((item) =>
      item
        .replace(/^[0-9a-f]{7,40}: /, '')
        .replace(/\n#.*/s, '')
        .trim(),
    )
    .filter((item) => !item.startsWith('Updated dependencies') && !/^\S+@\d\S*$/.test(item))
}
