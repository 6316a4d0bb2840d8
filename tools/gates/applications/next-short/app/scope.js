/** The same in the keys of both sides, which reach the API by different URLs. */
export const scope = 'user-api'
