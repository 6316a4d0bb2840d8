import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** Who calls, and where they want to be. */
export interface Question {
  readonly hash: string
  /** Null asks for no workspace. */
  readonly workspace: string | null
}

/** The values of a statement: parameters, or columns where it answers several questions. */
export type Given<Values> = <Name extends keyof Values & string>(
  name: Name,
) => RawBuilder<NonNullable<Values[Name]>>

/** What an operation shows, as one value of JSON that the statement reads that says who calls. */
export interface Look<Values extends object, Row> {
  /** Who gets it. Nothing is read for anybody else. */
  readonly role: 'user' | 'member' | 'workspace-admin' | 'super-admin'
  /** Each value with its type in PostgreSQL. */
  readonly values: { readonly [Name in keyof Values]: string }
  /** May refer to the caller's row as `account`. */
  select(database: Kysely<Schema>, given: Given<Values & Question>): Expression<readonly Row[]>
}

/** A row as JSON has it. */
export type InJson<Row> = { readonly [Key in keyof Row]: ValueInJson<Row[Key]> }

type ValueInJson<Value> = Value extends Date ? string : Value

/** In a look. */
export const emailOfCaller = sql<string>`account.email`
