import { defineConfig } from '@playwright/test'

const port = process.env['PORT'] ?? '5173'
const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: 'tests',
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { args: ['--no-sandbox'], ...(executablePath && { executablePath }) },
  },
  webServer: { command: `vite --port ${port} --strictPort`, url: `http://localhost:${port}` },
})
