import { Tabs } from '../../ui/index.ts'

const TABS = [
  { href: '/don-doc', word: 'Đơn vị quá hạn' },
  { href: '/don-doc/cong-van', word: 'Công văn đôn đốc' },
  { href: '/don-doc/thang', word: 'Thang nhắc việc' },
] as const

/** The three pages of urging, beside each other. */
export function UrgingTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return <Tabs label="Đôn đốc" current={current} tabs={[...TABS]} />
}
