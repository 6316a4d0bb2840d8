import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    lib: { entry: 'src/members.ts', formats: ['es', 'cjs'], fileName: 'members' },
    sourcemap: true,
    minify: true,
  },
})
