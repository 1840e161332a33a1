import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import { denyImports } from 'vite-env-only'
import remixConfig from './remix.config.js'
import { paraglideOptions } from './tools/paraglide-options.ts'
import { pruneAksel } from './tools/prune-aksel.ts'

/**
 * One module graph: the server build's entry is our own door, not Remix's virtual build.
 * Remix sets `rollupOptions.input` itself and ignores the user's value, so this plugin stands after it (decision 0002).
 * Comments and room between words are left out of what is read at every start; names stay, for the traces of faults.
 */
function serverEntry(): Plugin {
  return {
    name: 'samlara:server-entry',
    config(_config, { command, isSsrBuild }) {
      if (command !== 'build' || !isSsrBuild) return
      return {
        build: { rollupOptions: { input: './server/app.ts' }, minify: 'esbuild' as const },
        esbuild: { minifyWhitespace: true, minifyIdentifiers: false, minifySyntax: false, legalComments: 'none' as const },
      }
    },
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    // `npm run build` compiles the messages once beforehand; while developing, every edit does.
    command === 'serve' ? paraglideVitePlugin(paraglideOptions) : null,
    denyImports({ client: { files: ['db/**', 'server/**', 'tests/**', 'tools/**'] } }),
    remix(remixConfig),
    serverEntry(),
  ],
  css: { postcss: { plugins: [pruneAksel()] } },
  resolve: { dedupe: ['react', 'react-dom', 'lexical'] },
  build: { target: 'es2022', cssMinify: true, chunkSizeWarningLimit: 900 },
  ssr: { noExternal: [/^@navikt\//] },
  server: { port: 3000 },
}))
