/** The Remix app's configuration. vite.config.ts hands it to the Remix Vite plugin, so this is the one place for it. */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: true,
    v3_singleFetch: false,
  },
}
