import { type Listing, readList } from '../suite/compare.ts'
import type { JsonObject } from '../suite/operation.ts'
import type { World } from './world.ts'

const largestPage = 100

/** All accounts of the instance, page by page, with the answer of the last page. */
export async function allAccounts({ api, admin }: World): Promise<Listing> {
  const items: JsonObject[] = []
  for (let page = 1; ; page += 1) {
    const query = { page, per_page: largestPage }
    const listing = readList(await api.succeed('listUsersAsSuperAdmin', { query }, admin.token))
    items.push(...listing.items)
    if (listing.items.length < largestPage) return { ...listing, items }
  }
}
