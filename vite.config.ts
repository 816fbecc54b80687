import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The screens: `src/app/web/index.html` and what it leads to, into `dist/web`. */
export default defineConfig({
  root: fileURLToPath(new URL('src/app/web', import.meta.url)),
  plugins: [react()],
  // The server writes this request's nonce over the placeholder when it gives out the page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // A font or picture written into the stylesheet would be refused by the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // the icon library's index has 6,000 lines; only those asked for are read
      experimental: { lazyBarrel: true },
      checks: { largeBarrelModules: false },
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 }],
        },
      },
    },
  },
})
