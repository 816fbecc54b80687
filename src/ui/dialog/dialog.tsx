import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import classes from './dialog.module.css'

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons at the foot; the first act last. */
  acts?: ReactNode
  wide?: boolean
}

/**
 * A window over the page: focus goes in and comes back, Esc closes. The page behind is held still by our stylesheet;
 * Mantine's own scroll lock writes a style without the nonce.
 */
export function Dialog({ open, onClose, title, children, acts, wide }: DialogProps) {
  useFocusBack()
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      lockScroll={false}
      centered
      size={wide ? 760 : 520}
      padding={24}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content, title: classes.title, body: classes.body, inner: classes.inner }}
    >
      <Modal.Overlay backgroundOpacity={0.45} color="#1a2129" />
      <Modal.Content>
        {/* not Mantine's own head: that is a <header>, a second banner of the page */}
        <div className={classes.header}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Đóng" size={32} />
        </div>
        <Modal.Body>
          {children}
          {acts && <div className={classes.acts}>{acts}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Mantine gives the focus back when a window is closed in its place; taken off the page while it is open, it gives it back here. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === document.body
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
