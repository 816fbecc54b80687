import type { IconName } from '../../../ui/icon/icons.ts'

const ICONS: Readonly<Record<string, IconName>> = {
  campaign: 'flag',
  document: 'file-text',
  obligation: 'list-check',
  submission: 'send',
  unit: 'sitemap',
  cluster: 'building',
  person: 'user',
  account: 'key',
  session: 'lock',
  'special-day': 'calendar',
  'award-period': 'calendar-event',
  'rating-list': 'clipboard-check',
  award: 'certificate',
  installation: 'settings',
  clock: 'clock',
  list: 'download',
  import: 'upload',
  job: 'refresh',
  ladder: 'bell-ringing',
  outage: 'alert-triangle',
  'urging-letter': 'file-text',
}

/** The icon beside an entry, by the kind of thing it is about. */
export function kindIcon(kind: string): IconName {
  return ICONS[kind] ?? 'point'
}
