import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One origin for the page and the API, in development and with `vite preview`: the cookie of a login needs it.
const { origin } = new URL(process.env['USER_API'] ?? 'http://localhost:8000/api')
const proxy = { '/api': origin }

export default defineConfig({
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
  build: { sourcemap: true },
})
