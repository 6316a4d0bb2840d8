import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { isRecord, listOf } from './reading.ts'

/** What a YAML or JSON file holds; undefined where it is missing or does not parse, which others report. */
export const readFile = (file: string): unknown => {
  if (!existsSync(file)) return undefined
  try {
    return parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 })
  } catch {
    return undefined
  }
}

/** The other files that a value refers to, where it stands in the file that is given. */
export const filesReferredTo = (value: unknown, file: string): string[] => {
  if (!isRecord(value)) return listOf(value).flatMap((item) => filesReferredTo(item, file))
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== '$ref' || typeof member !== 'string') return filesReferredTo(member, file)
    const [target = ''] = member.split('#')
    return target === '' ? [] : [path.resolve(path.dirname(file), target)]
  })
}
