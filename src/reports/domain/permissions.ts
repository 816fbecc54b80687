import { type Actor, actingGrants, holds, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

export type FormState = 'draft' | 'published' | 'closed'
export type FormAction = 'see' | 'edit' | 'set-units' | 'publish' | 'discard' | 'close' | 'reopen'

export type FormThing = {
  readonly state: FormState
  readonly closedOn: PlainDate | null
  /** The last day of its campaign, or of the work it went out with, once that is closed: nothing more is asked for in it. */
  readonly thingClosedOn: PlainDate | null
  readonly ofCampaign: boolean
  /** The unit whose standing office keeps the form, and all above it. */
  readonly host: UnitPath
  /** A unit whose reports the actor sees owes this form. */
  readonly reachesActor: boolean
}

const OFFICE = 'bộ phận thường trực'

/** Why the actor may not do this with the form: `not-found` when he may not even see it. Before it is published it is the office's own. */
export function whyMayNot(actor: Actor, action: FormAction, form: FormThing): Refusal | undefined {
  const reader = seesAs(actor, ['standing-office', 'authority', 'auditor'], form.host)
  if (!reader && (form.state === 'draft' || !form.reachesActor)) return refusal('not-found')
  if (action === 'see') return undefined
  if (!holds(actor, 'standing-office', form.host)) return refusal('not-yours-to-do', { who: OFFICE })
  switch (action) {
    case 'edit':
    case 'publish':
      return thingOver(form) ?? (form.state === 'closed' ? closed(form) : undefined)
    case 'set-units':
      return thingOver(form) ?? (form.state === 'draft' ? undefined : refusal('report-form-published'))
    case 'discard':
      return form.state === 'draft' ? undefined : refusal('report-form-published')
    case 'close':
      return form.state === 'published' ? undefined : form.state === 'closed' ? closed(form) : notYet()
    case 'reopen':
      return thingOver(form) ?? (form.state === 'closed' ? undefined : refusal('report-form-not-closed'))
  }
}

function thingOver({ thingClosedOn, ofCampaign }: FormThing): Refusal | undefined {
  if (thingClosedOn === null) return undefined
  return refusal(ofCampaign ? 'campaign-closed' : 'assignment-closed', { day: formatDate(thingClosedOn) })
}

function closed(form: FormThing): Refusal {
  return refusal('report-form-closed', { day: form.closedOn === null ? '' : formatDate(form.closedOn) })
}

function notYet(): Refusal {
  return refusal('report-form-not-published')
}

/** A new form is made by the standing office of some unit. */
export function whyMayNotCreate(actor: Actor): Refusal | undefined {
  if (actor.kind !== 'person') return refusal('not-signed-in')
  return actingGrants(actor).some((grant) => grant.role === 'standing-office')
    ? undefined
    : refusal('not-yours-to-do', { who: OFFICE })
}

/** Reports are taken until the period is closed, and those that were begun by then until the last day of grace. */
export function takesReports(
  form: { state: FormState; grace_until: PlainDate | null },
  { today, begun }: { today: PlainDate; begun: boolean },
): boolean {
  if (form.state === 'published') return true
  return form.state === 'closed' && begun && form.grace_until !== null && today <= form.grace_until
}

export type NoteThing = { readonly unit: UnitPath; readonly notedBy: string | null; readonly withdrawn: boolean }

/**
 * An example that was noted: whoever noted it and the people of the unit read it, the standing office above too; he himself, the head and
 * the officer mend it or take it back.
 */
export function whyMayNotNote(
  actor: Actor,
  action: 'see' | 'change' | 'withdraw',
  note: NoteThing,
): Refusal | undefined {
  if (actor.kind !== 'person') return refusal('not-signed-in')
  const noted = note.notedBy === actor.personId
  const own = noted && actor.posts.some((post) => post.unitId === note.unit[0])
  const reader =
    own || seesAs(actor, ['head', 'officer', 'staff', 'standing-office', 'authority', 'auditor'], note.unit)
  if (!reader) return refusal('not-found')
  if (action === 'see') return undefined
  // What the office above noted for a unit it mends itself, as long as it is that unit's office.
  const keeper =
    own ||
    (noted && holds(actor, 'standing-office', note.unit)) ||
    holds(actor, 'head', note.unit) ||
    holds(actor, 'officer', note.unit)
  if (!keeper) return refusal('not-yours-to-do', { who: 'người ghi, công chức phụ trách hoặc người đứng đầu đơn vị' })
  return note.withdrawn ? refusal('example-withdrawn') : undefined
}
