import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UiProvider } from '../../ui/index.ts'
import { createQueryClient } from './query-client.ts'
import { router } from './routes.tsx'

const place = document.getElementById('root')
if (place === null) throw new Error('the index page has no #root')

// browsers hide the nonce from getAttribute and give it as a property
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

createRoot(place).render(
  <StrictMode>
    <UiProvider nonce={nonce}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  </StrictMode>,
)
