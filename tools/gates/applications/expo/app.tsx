import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import {
  UserApiProvider,
  useCreateUser,
  useGetCurrentEmail,
  useListUsernames,
  useLogin,
} from '@windmill-user-api/react-query'
import { useState } from 'react'
import { Pressable, Text, TextInput, View } from 'react-native'

// Expo writes variables with this beginning into the bundle.
const baseUrl = process.env.EXPO_PUBLIC_USER_API ?? 'http://localhost:8000/api'
const queryClient = new QueryClient()
const anyone = createClient({ baseUrl, auth: { kind: 'none' } })

export function App() {
  const [token, setToken] = useState<string>()
  const client = token === undefined ? anyone : createClient({ baseUrl, auth: { kind: 'bearer', token } })
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        {token === undefined ? <Login onToken={setToken} /> : <Members workspace="demo" />}
      </UserApiProvider>
    </QueryClientProvider>
  )
}

function Login({ onToken }: { readonly onToken: (token: string) => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, error } = useLogin({ onSuccess: onToken })
  return (
    <View>
      <TextInput aria-label="E-mail" value={email} onChangeText={setEmail} />
      <TextInput aria-label="Password" value={password} onChangeText={setPassword} secureTextEntry />
      <Button title="Log in" onPress={() => mutate({ body: { email, password } })} />
      {error && <Text role="alert">{error.message}</Text>}
    </View>
  )
}

function Members({ workspace }: { readonly workspace: string }) {
  const [email, setEmail] = useState('')
  const [username, setUsername] = useState('')
  const { data: me } = useGetCurrentEmail()
  const { data: usernames = [] } = useListUsernames({ workspace })
  const { mutate, error } = useCreateUser()
  return (
    <View role="form" aria-label={`Members of ${workspace}`}>
      <Text role="heading">{me}</Text>
      <View role="list">
        {usernames.map((name) => (
          <Text key={name} role="listitem">
            {name}
          </Text>
        ))}
      </View>
      <TextInput aria-label="E-mail" value={email} onChangeText={setEmail} />
      <TextInput aria-label="Username" value={username} onChangeText={setUsername} />
      <Button title="Add" onPress={() => mutate({ workspace, body: { email, username, is_admin: false } })} />
      {error && <Text role="alert">{error.message}</Text>}
    </View>
  )
}

function Button({ title, onPress }: { readonly title: string; readonly onPress: () => void }) {
  return (
    <Pressable role="button" onPress={onPress}>
      <Text>{title}</Text>
    </Pressable>
  )
}
