import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from './schema.ts'

/** Stands in a statement for a value that comes with each execution. */
class Placeholder {
  readonly name: PropertyKey

  constructor(name: PropertyKey) {
    this.name = name
  }
}

/**
 * A statement that is built once for a database, not for each execution: building takes longer than many a statement itself.
 * It suits those of nearly every request.
 *
 * @param build - May use the values as they are, and not look at them: they are not there yet.
 */
export function statement<Values extends object, Row>(
  build: (database: Database, values: Values) => Compilable<Row>,
): (database: Database, values: Values) => Promise<Row[]> {
  const built = new WeakMap<object, CompiledQuery<Row>>()
  return async (database, values) => {
    const place = placeOf(database)
    const query = built.get(place) ?? build(database, placeholders<Values>()).compile()
    built.set(place, query)
    const given = new Map<unknown, unknown>(Object.entries(values))
    const parameters = query.parameters.map((value) =>
      value instanceof Placeholder ? given.get(value.name) : value,
    )
    const { rows } = await database.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}

const withoutSchema = {}

/** What a database has in common with its transactions, for which a statement reads the same: where it finds its tables. */
function placeOf(database: Database): object {
  // The plugin that writes the schema before the name of each table: there is no other one.
  return database.getExecutor().plugins[0] ?? withoutSchema
}

function placeholders<Values extends object>(): Values {
  const target = {} as Values // each member that is asked for is made then
  return new Proxy(target, { get: (_target, name) => new Placeholder(name) })
}
