import type { Content } from '../../packages/read-tarball.ts'
import type { Reason } from '../reason.ts'
import { goneAndNew } from './judge-content.ts'

/** What became of the members that configuration, seeds and reports may have, by their JSON schemas. */
export function judgeSchemas(name: string, before: Content, after: Content): readonly Reason[] {
  const files = [...before.keys()].filter((file) => file.endsWith('.schema.json') && after.has(file))
  return files.flatMap((file) => {
    const members = [before, after].map((content) => membersOf(JSON.parse(content.get(file) ?? '{}')))
    return goneAndNew(members[0] ?? [], members[1] ?? [], 'member', file).map(([impact, what]) => ({
      impact,
      package: name,
      what: `${file}: ${what}`,
      place: `${name}: ${file}`,
    }))
  })
}

/** Every named member, with the way to it. */
function membersOf(schema: unknown, way = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, part]) => {
    if (key !== 'properties') return membersOf(part, key === 'items' ? `${way}[]` : way)
    return Object.entries(part ?? {}).flatMap(([member, inner]) => {
      const path = way === '' ? member : `${way}.${member}`
      return [path, ...membersOf(inner, path)]
    })
  })
}
