import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Glyph } from '../icon/glyph.tsx'
import classes from './notices.module.css'

export type Notice = {
  text: string
  /** `wrong` stays until it is closed. */
  tone?: 'done' | 'wrong'
  /** An undo bar: stays 10 s with its button. */
  undo?: { word?: string; onUndo: () => void }
  /** Somewhere to go: «Xem phong trào». */
  act?: { word: string; onPress: () => void }
}

const SECONDS_SHOWN = 10
const NoticesContext = createContext<((notice: Notice) => void) | undefined>(undefined)

/** Keeps the notices at the foot of the window; at most three, the oldest goes first. Part of `UiProvider`. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly (Notice & { key: number })[]>([])
  const next = useRef(1)
  const tell = useCallback((notice: Notice) => {
    const key = next.current++
    setShown((now) => [...now.slice(-2), { ...notice, key }])
  }, [])
  const close = useCallback((key: number) => setShown((now) => now.filter((notice) => notice.key !== key)), [])
  return (
    <NoticesContext value={tell}>
      {children}
      <section className={classes.region} aria-label="Thông báo" aria-live="polite" data-print="hide">
        {shown.map((notice) => (
          <NoticeBar key={notice.key} notice={notice} onClose={() => close(notice.key)} />
        ))}
      </section>
    </NoticesContext>
  )
}

/** A function that tells what has been done: `tell({ text: 'Đã nhắc 3 đơn vị', undo: { onUndo } })`. */
export function useNotices(): (notice: Notice) => void {
  const tell = useContext(NoticesContext)
  if (tell === undefined) throw new Error('useNotices needs UiProvider above it')
  return useMemo(() => tell, [tell])
}

/** The dark bar itself: what was done, and the way back. Waits while it is pointed at or holds the focus. */
export function NoticeBar({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const [held, setHeld] = useState(false)
  const stays = notice.tone === 'wrong'
  useEffect(() => {
    if (held || stays) return
    const timer = setTimeout(onClose, SECONDS_SHOWN * 1000)
    return () => clearTimeout(timer)
  }, [held, stays, onClose])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the bar only makes it wait
    <div
      className={classes.bar}
      role={stays ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Glyph icon={stays ? 'alert-triangle' : 'check'} />
      <span className={classes.text}>{notice.text}</span>
      {notice.act && (
        <Button size="s" onClick={() => press(notice.act?.onPress, onClose)}>
          {notice.act.word}
        </Button>
      )}
      {notice.undo && (
        <Button size="s" onClick={() => press(notice.undo?.onUndo, onClose)}>
          {notice.undo.word ?? 'Hoàn tác'}
        </Button>
      )}
      <Button size="s" square icon="x" onClick={onClose}>
        Đóng thông báo
      </Button>
    </div>
  )
}

function press(act: (() => void) | undefined, close: () => void) {
  act?.()
  close()
}
