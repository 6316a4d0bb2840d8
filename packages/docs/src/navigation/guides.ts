/** The pages in `src/guides`, as the sidebar has them. */
export const guides = [
  {
    label: 'Start here',
    items: [{ slug: 'index', label: 'Overview' }, 'quick-start', 'authentication', 'errors'],
  },
  {
    label: 'Clients and tests',
    items: [
      'client',
      'moving',
      'collections',
      'react',
      'react-sign-in',
      'react-optimistic-updates',
      'next',
      'errors-and-retries',
      'proxies',
      'tracing',
      'testing',
      'jest',
    ],
  },
]
