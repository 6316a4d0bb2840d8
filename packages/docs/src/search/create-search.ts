import MiniSearch, { type SearchResult } from 'minisearch'
import { namesCall } from './calls.ts'
import type { SearchEntry } from './entry.ts'
import { synonymsOf } from './synonyms.ts'
import { wordsOf, wordsOfQuery } from './words.ts'

/** A page that was found, by its best section. */
export interface FoundPage {
  readonly entry: SearchEntry
  /** The words of the page that matched. */
  readonly words: readonly string[]
}

/** Finds pages by their words, forgiving typos, the best first. */
export type Search = (query: string) => readonly FoundPage[]

interface Scored extends FoundPage {
  readonly score: number
}

/** How much a word counts, by where it stands. */
const boost = { name: 6, title: 2, call: 4, heading: 5, fields: 6, text: 1 }

/** What a synonym counts beside a word that was written. */
const synonymWeight = 0.4

/** What a further section of a page adds. */
const otherSections = 0.03

/** More than any word: a path names one operation. */
const callScores = { whole: 1000, part: 300 }

export function createSearch(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<Indexed>({
    fields: Object.keys(boost),
    tokenize: wordsOf,
    searchOptions: { tokenize: wordsOfQuery },
  })
  index.addAll(entries.map(indexed))
  return (query) => bestPages([...byCall(entries, query), ...byWords(index, entries, query)])
}

interface Indexed extends Record<keyof typeof boost, string> {
  readonly id: number
}

/** A page goes by its title at its top, and by that of its sections below. */
function indexed(
  { anchor, title, call = '', heading = '', fields = [], text }: SearchEntry,
  id: number,
): Indexed {
  return { id, name: anchor === undefined ? title : '', title, call, heading, fields: fields.join(' '), text }
}

/** How many letters of a word may be wrong. A number is right or another one. */
function editsIn(word: string): number | boolean {
  if (word.length < 4 || /^\d/.test(word)) return false
  return word.length < 6 ? 1 : 2
}

function byCall(entries: readonly SearchEntry[], query: string): Scored[] {
  return entries.flatMap((entry) => {
    if (entry.call === undefined || entry.anchor !== undefined) return []
    const named = namesCall(query, entry.call)
    return named === undefined ? [] : [{ entry, words: wordsOfQuery(query), score: callScores[named] }]
  })
}

function byWords(index: MiniSearch, entries: readonly SearchEntry[], query: string): Scored[] {
  const words = wordsOfQuery(query)
  const options = {
    boost,
    prefix: (term: string) => term.length > 2,
    fuzzy: editsIn,
    weights: { fuzzy: 0.35, prefix: 0.5 },
    tokenize: (text: string) => text.split(' '),
  }
  const written = index.search(words.join(' '), options)
  const synonyms = new Map(
    index
      .search(synonymsOf(query).join(' '), { ...options, prefix: false, fuzzy: false })
      .map((result) => [result.id, result]),
  )
  const ids = new Set([...written, ...synonyms.values()].map(({ id }) => Number(id)))
  const byId = new Map(written.map((result) => [result.id, result]))
  return [...ids].flatMap((id) => {
    const entry = entries[id]
    return entry ? [scored(entry, words, byId.get(id), synonyms.get(id))] : []
  })
}

/** Of what each page of the reference has, such as a status, a guide tells more. */
function weightOf({ call, anchor }: SearchEntry): number {
  return call !== undefined && anchor !== undefined ? 0.7 : 1
}

/** A section that has all words is worth more than one that has one of them often. */
function scored(
  entry: SearchEntry,
  words: readonly string[],
  own: SearchResult | undefined,
  synonym: SearchResult | undefined,
): Scored {
  const matched = (own?.queryTerms.length ?? 0) + (synonym ? 1 : 0)
  const share = Math.min(1, matched / words.length)
  return {
    entry,
    words: [...(own?.terms ?? []), ...(synonym?.terms ?? [])],
    score: ((own?.score ?? 0) * share ** 2 + (synonym?.score ?? 0) * synonymWeight) * weightOf(entry),
  }
}

/** One result for each page: its best section, raised a little by the others. */
function bestPages(found: readonly Scored[]): FoundPage[] {
  const pages = new Map<string, Scored & { readonly total: number }>()
  for (const section of found.toSorted((first, second) => second.score - first.score)) {
    const best = pages.get(section.entry.page)
    const total = best ? best.total + section.score * otherSections : section.score
    pages.set(section.entry.page, { ...(best ?? section), total })
  }
  return [...pages.values()].toSorted((first, second) => second.total - first.total)
}
