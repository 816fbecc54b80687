import { CLUSTER_KIND_WORDS, type ClusterKind } from '../domain/cluster.ts'

type Level = 'tinh' | 'huyen' | 'xa' | 'co-so'

/** As in the organisation's own screens. */
export const LEVELS: readonly { value: Level; label: string }[] = [
  { value: 'tinh', label: 'Cấp tỉnh' },
  { value: 'huyen', label: 'Cấp huyện' },
  { value: 'xa', label: 'Cấp xã' },
  { value: 'co-so', label: 'Cơ sở' },
]

/** «Cụm, cấp tỉnh · Sở Nội vụ». */
export function kindAndLevel({ kind, level, unitName }: { kind: ClusterKind; level: Level; unitName: string }): string {
  const word = LEVELS.find((one) => one.value === level)?.label ?? ''
  return `${CLUSTER_KIND_WORDS[kind]}, ${word.toLocaleLowerCase('vi')} · ${unitName}`
}
