import type { PersonActor, Role } from '../../kernel/actor.ts'

/** The parts of the product a person's navigation shows. */
export const SECTIONS = [
  'my-work',
  'ledger',
  'campaigns',
  'new-campaign',
  'assignments',
  'overview',
  'late-board',
  'report-forms',
  'ratings',
  'registry',
  'examples',
  'organisation',
  'clusters',
  'people',
  'accounts',
  'imports',
  'delegations',
  'looking-after',
  'step-rules',
  'sign-in-rules',
  'award-periods',
  'calendar',
  'record',
  'outbox',
  'backups',
  'outages',
  'health',
] as const
export type Section = (typeof SECTIONS)[number]

const OF_ROLE: Readonly<Record<Role, readonly Section[]>> = {
  administrator: ['organisation', 'clusters', 'people', 'accounts', 'imports', 'looking-after', 'step-rules'],
  'standing-office': [
    'new-campaign',
    'assignments',
    'overview',
    'late-board',
    'report-forms',
    'ratings',
    'organisation',
    'clusters',
    'people',
    'imports',
    'looking-after',
  ],
  authority: ['assignments', 'overview', 'late-board', 'report-forms', 'ratings', 'organisation', 'clusters'],
  head: ['assignments', 'report-forms', 'ratings', 'organisation', 'clusters', 'people'],
  officer: ['assignments', 'report-forms', 'ratings', 'organisation', 'clusters', 'people', 'imports'],
  staff: [],
  auditor: [
    'assignments',
    'overview',
    'late-board',
    'report-forms',
    'ratings',
    'organisation',
    'clusters',
    'people',
    'imports',
    'looking-after',
    'step-rules',
  ],
}

/** The rules of signing in, the calendar, the record, the outbox and the machine's health are the whole organisation's. */
const OF_ROOT_ADMINISTRATOR: readonly Section[] = [
  'sign-in-rules',
  'award-periods',
  'calendar',
  'record',
  'outbox',
  'backups',
  'outages',
  'health',
]
const OF_ROOT_AUDITOR: readonly Section[] = [
  'sign-in-rules',
  'award-periods',
  'calendar',
  'record',
  'outbox',
  'backups',
  'outages',
  'health',
]

/** In the order of the navigation; empty for somebody whose last post has ended. */
export function sectionsOf(actor: PersonActor, rootUnitId: string): Section[] {
  if (actor.posts.length === 0) return []
  const shown = new Set<Section>(['my-work', 'ledger', 'campaigns', 'registry', 'examples', 'delegations'])
  for (const grant of actor.grants) {
    for (const section of OF_ROLE[grant.role]) shown.add(section)
    if (grant.unitId !== rootUnitId) continue
    if (grant.role === 'administrator') for (const section of OF_ROOT_ADMINISTRATOR) shown.add(section)
    if (grant.role === 'auditor') for (const section of OF_ROOT_AUDITOR) shown.add(section)
  }
  return SECTIONS.filter((section) => shown.has(section))
}
