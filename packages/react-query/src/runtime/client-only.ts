/** Stands in for a hook on a server, where React has none: says what to do instead. */
export function clientOnly(name: string): () => never {
  return () => {
    throw new Error(
      `${name} works in client components only, and was called in a server component. Begin the file that calls it with 'use client'. To load data on the server, await queryClient.prefetchQuery(whoisQuery(client, { workspace, username })), and render the client component inside HydrationBoundary.`,
    )
  }
}
