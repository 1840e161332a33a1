// The peer of the page figures: Remix with the flags we use and nothing of ours.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from '../../remix.config.js'

const { future } = remixConfig

export default defineConfig({
  logLevel: 'error',
  plugins: [remix({ appDirectory: 'tests/bench/minimal', buildDirectory: 'build/bench-minimal', future })],
})
