const off = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']

/**
 * How PostgreSQL is to plan on a connection. Every statement of an operation goes by an index, and plans are kept: one that is made while a
 * table is small would read all of it for as long as the connection lives.
 */
export const planByIndexes = off.map((setting) => `set ${setting} = off;`).join(' ')

/** The same, as arguments of a server that has one connection. */
export const planByIndexesAlways = off.flatMap((setting) => ['-c', `${setting}=off`])
