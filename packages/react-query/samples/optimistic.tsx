import { useQueryClient } from '@tanstack/react-query'
import { listUsersQuery, useClient, useListUsers, useUpdateUser } from '@windmill-user-api/react-query'

export function Admins({ workspace }: { readonly workspace: string }) {
  const { data: users = [] } = useListUsers({ workspace })
  const setAdmin = useSetAdmin(workspace)
  return (
    <ul>
      {users.map(({ username, is_admin }) => (
        <li key={username}>
          <label>
            <input type="checkbox" checked={is_admin} onChange={() => setAdmin(username, !is_admin)} />
            {username}
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Shows the change at once, and takes it back if the server refuses it. */
function useSetAdmin(workspace: string) {
  const queryClient = useQueryClient()
  const { queryKey } = listUsersQuery(useClient(), { workspace })

  function show(username: string, is_admin: boolean) {
    queryClient.setQueryData(queryKey, (users) =>
      users?.map((user) => (user.username === username ? { ...user, is_admin } : user)),
    )
  }

  const { mutate } = useUpdateUser({
    async onMutate({ username, body }) {
      // A list that is on its way does not know of the change, and would undo it.
      await queryClient.cancelQueries({ queryKey })
      show(username, body.is_admin === true)
    },
    onError(_error, { username, body }) {
      show(username, body.is_admin !== true)
    },
  })
  return (username: string, is_admin: boolean) => mutate({ workspace, username, body: { is_admin } })
}
