export { aligned, type DocsServer, type DocsServerOptions, type Place, serveDocs } from './serve-docs.ts'
export { servedSettings } from './served-settings.ts'
export { createSiteApp, type Serve, type SiteAppOptions } from './site-app.ts'
