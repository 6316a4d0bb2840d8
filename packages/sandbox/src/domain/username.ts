import { badRequest } from './refusal.ts'

const reserved = 'bot'

/** Refuses the username that the server keeps for itself. */
export function refuseReserved(username: string): void {
  if (username === reserved) throw badRequest(`the username ${reserved} is reserved`)
}
