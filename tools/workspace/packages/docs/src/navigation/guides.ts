/** The pages in `src/guides`, as the sidebar has them. */
export const guides = [
  {
    label: 'Start here',
    items: [{ slug: 'index', label: 'Overview' }, 'authentication', 'errors', 'client'],
  },
]
