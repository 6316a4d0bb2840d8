import type { Meta, StoryObj } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { UserApiProvider } from '@windmill-user-api/react-query'
import { HttpResponse, http } from 'msw'
import { Member } from './Member.tsx'

const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })
const handlers = createHandlers({ baseUrl: '/api' })

const meta: Meta<typeof Member> = {
  component: Member,
  args: { username: 'ada' },
  decorators: [
    (Story) => (
      // A cache for each story, so that none shows what another has loaded.
      <QueryClientProvider client={new QueryClient()}>
        <UserApiProvider client={client}>
          <Story />
        </UserApiProvider>
      </QueryClientProvider>
    ),
  ],
}

export default meta

export const Success: StoryObj<typeof Member> = {}

export const Admin: StoryObj<typeof Member> = {
  parameters: { msw: { handlers: [handlers.whois(200, { body: { is_admin: true } })] } },
}

export const Missing: StoryObj<typeof Member> = {
  parameters: { msw: { handlers: [handlers.whois(404)] } },
}

export const Loading: StoryObj<typeof Member> = {
  beforeEach({ msw }) {
    msw.use(handlers.whois(200, { delay: 'infinite' }))
  },
}

export const Unreachable: StoryObj<typeof Member> = {
  parameters: { msw: { handlers: [handlers.whois.resolve(() => HttpResponse.error())] } },
}

// A handler of your own, before ours.
export const OwnHandler: StoryObj<typeof Member> = {
  parameters: {
    msw: {
      handlers: [
        http.get('/api/w/:workspace/users/whois/:username', () => HttpResponse.text('Gone', { status: 410 })),
      ],
    },
  },
}
