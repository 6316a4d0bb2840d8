/** What a reader has to know before sending the request of an operation, by its id: where the example cannot work by itself. */
export const notes: Readonly<Record<string, string>> = {
  loginWithOauth:
    'A provider issues the code and the state of this request for one login, together with a cookie. The values below are only ' +
    'examples, so the response is an error. The samples on this page get valid ones from the sandbox’s own provider.',
}
