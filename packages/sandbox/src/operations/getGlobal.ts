import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'

/** The settings that a client may ask for. People choose their usernames here: the server makes none up. */
const settings: ReadonlyMap<string, boolean> = new Map([['automate_username_creation', false]])

/** Looks a setting of the instance up. */
export const getGlobal: Handler<'getGlobal'> = async ({ input }) => {
  const { key } = input.path
  const setting = settings.get(key)
  if (setting === undefined) throw notFound(`there is no setting ${key}`)
  return { body: setting }
}
