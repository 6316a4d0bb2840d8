import type { Release } from './releases.ts'

/** Every release as a part of one page. Operations that have a page are links to it. */
export function changelogPage(releases: readonly Release[], operationIds: ReadonlySet<string>): string {
  if (releases.length === 0) return 'There is no release yet.'
  return releases.map((release) => releasePart(release, operationIds)).join('\n\n')
}

function releasePart({ version, date, operations, changes }: Release, operationIds: ReadonlySet<string>) {
  const link = (id: string) => (operationIds.has(id) ? `[\`${id}\`](/reference/${id}/)` : `\`${id}\``)
  const heading = version === undefined ? 'Not yet released' : `${version}${date ? ` (${date})` : ''}`
  const lists = [
    listed('New operations', operations.added, link),
    listed('Removed operations', operations.removed, link),
  ]
  const items = changes.map(
    ({ packages, text }) => `- **${packages.join(', ')}**: ${indented(linked(text, operationIds, link))}`,
  )
  return [`## ${heading}`, ...lists.filter((list) => list !== ''), items.join('\n')].join('\n\n').trim()
}

function listed(label: string, ids: readonly string[], link: (id: string) => string): string {
  return ids.length === 0 ? '' : `${label}: ${ids.map(link).join(', ')}.`
}

/** Operations that a text names as code, as links. */
function linked(text: string, operationIds: ReadonlySet<string>, link: (id: string) => string): string {
  return text.replaceAll(/(?<!\[)`(\w+)`/g, (written, id: string) =>
    operationIds.has(id) ? link(id) : written,
  )
}

/** All lines of a text belong to its item of the list. */
function indented(text: string): string {
  return text.trim().replaceAll(/\n(?=.)/g, '\n  ')
}
