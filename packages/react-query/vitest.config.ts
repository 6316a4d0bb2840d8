import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'react-query',
    environment: 'happy-dom',
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
  },
})
