import { type Kysely, sql } from 'kysely'

/** Lists that are shown by the page, with the column that they are ordered by. */
const lists = { account: 'email', workspace: 'id' }

/** A segment that has more rows is cut in two. */
const mostRows = 512

/**
 * So that a page in the middle of a long list costs no more than the first: the rows of a list are counted by segments of their order.
 * Triggers count them with the statement that inserts or deletes them, whichever program sends it.
 */
export async function up(database: Kysely<never>, schemaName: string): Promise<void> {
  await database.schema
    .createTable('segment')
    .addColumn('list', sql`text collate "C"`, (column) => column.notNull())
    .addColumn('lowest', sql`text collate "C"`, (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('segment_pkey', ['list', 'lowest'])
    .execute()
  for (const [list, key] of Object.entries(lists)) {
    for (const statement of statementsOf({ list, key, schema: `"${schemaName}"` }))
      await sql.raw(statement).execute(database)
  }
}

interface CountedList {
  readonly list: string
  readonly key: string
  readonly schema: string
}

function statementsOf(counted: CountedList): string[] {
  const { list, schema } = counted
  const trigger = (event: string, rows: string) => `
    create trigger count_${list}_${event} after ${event} on ${schema}.${list}
    referencing ${rows} table as changed for each statement execute function ${schema}.count_${list}()`
  return [
    `create function ${schema}.count_${list}() returns trigger language plpgsql as $$${bodyOf(counted)}$$`,
    trigger('insert', 'new'),
    trigger('delete', 'old'),
    ...recount(counted),
  ]
}

/** Counts all rows. */
function recount({ list, key, schema }: CountedList): string[] {
  const numbered = `select ${key}, (row_number() over (order by ${key}) - 1) / ${mostRows / 2} as place from ${schema}.${list}`
  return [
    `delete from ${schema}.segment where list = '${list}'`,
    `insert into ${schema}.segment (list, lowest, size)
      select '${list}', case when place = 0 then '' else min(${key}) end, count(*) from (${numbered}) numbered group by place`,
    // There is always one to begin in.
    `insert into ${schema}.segment (list, lowest, size) values ('${list}', '', 0) on conflict do nothing`,
  ]
}

/** One row is counted where it belongs. Several, such as those of a seed, are counted together with all others. */
function bodyOf(counted: CountedList): string {
  const { list, key, schema } = counted
  const half = mostRows / 2
  return `
declare
  changed_key text;
  start text;
  again text;
  rows bigint;
begin
  select count(*), min(${key}) into rows, changed_key from changed;
  if rows = 0 then
    return null;
  end if;
  if rows > 1 then
    lock table ${schema}.segment in exclusive mode;
    ${recount(counted).join(';\n    ')};
    return null;
  end if;
  loop
    select lowest into start from ${schema}.segment
      where list = '${list}' and lowest <= changed_key order by lowest desc limit 1 for update;
    -- Whoever had it before may have cut it.
    select max(lowest) into again from ${schema}.segment where list = '${list}' and lowest <= changed_key;
    exit when start = again;
  end loop;
  update ${schema}.segment set size = size + case tg_op when 'INSERT' then 1 else -1 end
    where list = '${list}' and lowest = start returning size into rows;
  if rows > ${mostRows} then
    -- Whoever else has changed a row of this segment has ended, or waits for it and is not seen yet.
    select ${key} into again from ${schema}.${list} where ${key} >= start order by ${key} offset ${half} limit 1;
    insert into ${schema}.segment (list, lowest, size) values ('${list}', again, rows - ${half});
    update ${schema}.segment set size = ${half} where list = '${list}' and lowest = start;
  end if;
  return null;
end
`
}
