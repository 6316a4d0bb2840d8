import type { NextConfig } from 'next'

const userApi = process.env['USER_API'] ?? 'http://localhost:8000/api'

const config: NextConfig = {
  // The browser calls the API under the page's own origin, as the cookie of a login needs.
  rewrites: async () => [{ source: '/api/:path*', destination: `${userApi}/:path*` }],
  productionBrowserSourceMaps: true,
}

export default config
