/** What a generator makes: path below its output folder → text. */
export type Files = ReadonlyMap<string, string>
