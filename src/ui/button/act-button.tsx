import { useNotices } from '../notices/notices.tsx'
import { Button, ButtonLink, type ButtonLinkProps, type ButtonProps } from './button.tsx'

/** What may be done, as a thing of the wire says it: absent = not shown; `whyNot` = shown, and the reason told when pressed. */
export type ShownAct = { whyNot: string | null } | undefined

/** A button for an act the server has decided on; the screen never decides again. */
export function ActButton({ act, onClick, ...button }: ButtonProps & { act: ShownAct }) {
  const tell = useNotices()
  if (act === undefined) return null
  const { whyNot } = act
  return <Button {...button} onClick={whyNot === null ? onClick : () => tell({ text: whyNot, tone: 'wrong' })} />
}

/** The same for an act that begins on a page of its own. */
export function ActLink({ act, ...link }: ButtonLinkProps & { act: ShownAct }) {
  const tell = useNotices()
  if (act === undefined) return null
  const { whyNot } = act
  if (whyNot === null) return <ButtonLink {...link} />
  const { href: _unused, download: _also, target: _too, ...look } = link
  return <Button {...look} onClick={() => tell({ text: whyNot, tone: 'wrong' })} />
}
