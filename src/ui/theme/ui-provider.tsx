import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import './fonts.css'
import './tokens.css'
import './base.css'
import './print.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { NoticesProvider } from '../notices/notices.tsx'
import { theme } from './theme.ts'

/**
 * Stands once around everything: theme, notices. `nonce` is the page's CSP nonce, without which Mantine's
 * `<style>` would be refused by a strict policy.
 */
export function UiProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce ?? ''}>
      <NoticesProvider>{children}</NoticesProvider>
    </MantineProvider>
  )
}
