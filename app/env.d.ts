/// <reference types="vite/client" />
import '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

declare module 'virtual:remix/server-build' {
  const build: import('@remix-run/node').ServerBuild
  export = build
}
