import { badRequest } from './refusal.ts'

/** The username that the server keeps for itself. */
export const reservedUsername = 'bot'

/** Refuses `reservedUsername`. */
export function refuseReserved(username: string): void {
  if (username === reservedUsername) throw badRequest(`the username ${reservedUsername} is reserved`)
}
