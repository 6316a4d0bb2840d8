/** Names the server in the keys of the cache: the same in the browser and on the server, which reach it by different URLs. */
export const scope = 'user-api'
