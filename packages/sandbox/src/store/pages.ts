import { type Expression, type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** A part of a long list. */
export interface Page {
  /** Rows before it. */
  readonly skip: number
  readonly size: number
}

export const typesOfPage = { skip: 'bigint', size: 'bigint' }

/** The parameters of the document, as rows to skip and to show. */
export function pageOf({ page, per_page }: { readonly page: number; readonly per_page: number }): Page {
  // A page beyond what the database can count to is past the end too.
  return { skip: Math.min((page - 1) * per_page, Number.MAX_SAFE_INTEGER), size: per_page }
}

/**
 * Where to begin to look for a page, as the row `start`: in the segment that holds its first row, so that only the rows before it in that
 * segment are passed over. A statement sees segments and rows of one moment, as whole transactions have left them.
 */
export function startOfPage(
  database: Kysely<Schema>,
  list: Schema['segment']['list'],
  skip: Expression<number>,
) {
  const counted = database
    .selectFrom('segment')
    .select('segment.lowest')
    .select(
      sql<number>`(sum(segment.size) over (order by segment.lowest) - segment.size)::bigint`.as('before'),
    )
    .where('segment.list', '=', list)
  return database
    .selectFrom(counted.as('counted'))
    .select('counted.lowest')
    .select(sql<number>`${skip} - before`.as('skip'))
    .where('counted.before', '<=', skip)
    .orderBy('counted.lowest', 'desc')
    .limit(1)
    .as('start')
}

export const lowestOfPage = sql<string>`start.lowest`
export const skipOfPage = sql<number>`start.skip`
