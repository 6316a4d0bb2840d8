import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Database, Schema } from './schema.ts'

/** The statements that `run` would execute, one after the other. Nothing executes them; they must have no parameters. */
export async function recordStatements(run: (database: Database) => Promise<void>): Promise<string[]> {
  const statements: string[] = []
  const recorder = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      if (query.parameters.length > 0)
        throw new Error(`a statement with parameters cannot be recorded: ${query.sql}`)
      statements.push(query.sql)
    },
  })
  await run(recorder)
  return statements
}
