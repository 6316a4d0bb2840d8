import { type Kysely, sql } from 'kysely'

/** Lists that are shown by the page, with the column that they are ordered by. */
const lists = { account: 'email', workspace: 'id' }

/** A segment that has more rows is cut in two. */
const mostRows = 512

/**
 * So that a page in the middle of a long list costs no more than the first: the rows of a list are counted by segments of their order.
 * Whoever inserts or deletes a row, by whatever program, changes the count at the end of the same transaction. Nobody who has a segment
 * waits for anything else then. A transaction that changes a whole database counts it once: see `countAtOnce`.
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
    for (const statement of statementsOf(list, key, schemaName)) await sql.raw(statement).execute(database)
  }
}

function statementsOf(list: string, key: string, schemaName: string): string[] {
  const schema = `"${schemaName}"`
  const ofList = `list = '${list}'`
  const recount = `
    delete from ${schema}.segment where ${ofList};
    insert into ${schema}.segment (list, lowest, size)
      select '${list}', case when place = 0 then '' else min(${key}) end, count(*)
      from (
        select ${key}, (row_number() over (order by ${key}) - 1) / ${mostRows / 2} as place
        from ${schema}.${list}
      ) numbered
      group by place;
    insert into ${schema}.segment (list, lowest, size) values ('${list}', '', 0) on conflict do nothing;`
  return [
    `create function ${schema}.count_${list}() returns trigger language plpgsql as $$
declare
  counting text := coalesce(current_setting('windmill_user_sandbox.counting', true), '');
  changed text;
  start text;
  again text;
  rows bigint;
begin
  if counting like '%${list}%' then
    return null;
  end if;
  if counting <> '' then
    perform set_config('windmill_user_sandbox.counting', counting || ' ${list}', true);
    lock table ${schema}.segment in exclusive mode;${recount}
    return null;
  end if;
  if tg_op = 'INSERT' then
    changed := new.${key};
  else
    changed := old.${key};
  end if;
  loop
    select lowest into start from ${schema}.segment
      where ${ofList} and lowest <= changed order by lowest desc limit 1 for update;
    -- Whoever had it before may have cut it.
    select max(lowest) into again from ${schema}.segment where ${ofList} and lowest <= changed;
    exit when start = again;
  end loop;
  update ${schema}.segment set size = size + case tg_op when 'INSERT' then 1 else -1 end
    where ${ofList} and lowest = start returning size into rows;
  if rows > ${mostRows} then
    select ${key} into again from ${schema}.${list}
      where ${key} >= start order by ${key} offset ${mostRows / 2} limit 1;
    insert into ${schema}.segment (list, lowest, size) values ('${list}', again, rows - ${mostRows / 2});
    update ${schema}.segment set size = ${mostRows / 2} where ${ofList} and lowest = start;
  end if;
  return null;
end
$$`,
    `create constraint trigger count_${list} after insert or delete on ${schema}.${list}
deferrable initially deferred for each row execute function ${schema}.count_${list}()`,
    ...recount
      .trim()
      .split(';\n')
      .map((statement) => statement.replace(/;$/, '').trim()),
  ]
}
