/// <reference types="vite/client" />
import '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    /** Carried by this page's own scripts and styles. */
    nonce: string
    requestId: string
    /** The reader's address, behind the trusted proxy if there is one. For limits only; never stored with answers. */
    ip: string
    /** Who asks: looked up once a request, by the first loader that wants to know. */
    actor?: Promise<import('#app/kernel/actor.ts').Actor>
    /** What this request's loaders have read already; see `once` in db/context. */
    seen?: Map<string, Promise<unknown>>
    /** Words of the form that came with this request, for a page that refuses it. */
    typed?: readonly import('#app/http/typed-words.server.ts').Typed[]
  }
}
