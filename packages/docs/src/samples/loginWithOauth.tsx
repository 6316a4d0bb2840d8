import { useMutation } from '@tanstack/react-query'
import { loginWithOauthMutation, useClient } from '@windmill-user-api/react-query'

// The page that the provider sends people back to, with a code and a
// state. Below QueryClientProvider and UserApiProvider.
export function LoginWithOauth() {
  const client = useClient()
  const mutation = loginWithOauthMutation(client)
  const { mutate, error, isPending, isSuccess } = useMutation(mutation)
  const query = new URLSearchParams(location.search)
  const code = query.get('code') ?? ''
  const state = query.get('state') ?? ''
  const send = () => mutate({ client_name: 'sandbox', body: { code, state } })
  return (
    <>
      <button type="button" disabled={isPending} onClick={send}>
        Finish signing in
      </button>
      {error && <p role="alert">{error.message}</p>}
      {isSuccess && <p>Signed in.</p>}
    </>
  )
}
