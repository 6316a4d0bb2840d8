import type { QueryClient } from '@tanstack/react-query'
import type { Client } from '@windmill-user-api/client'
import { createUserMutation, updateUserMutation } from '@windmill-user-api/react-query'

/** Tells a cache that was restored how to make the changes that waited for the network, for `resumePausedMutations`. */
export function continueAfterReload(queryClient: QueryClient, client: Client): void {
  const create = createUserMutation(client)
  const update = updateUserMutation(client)
  queryClient.setMutationDefaults(create.mutationKey, create)
  queryClient.setMutationDefaults(update.mutationKey, update)
}
