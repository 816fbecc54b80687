import { type Column, Link, StatusWord, TwoLines } from '../../ui/index.ts'
import type { ListedAward } from './api.ts'
import { achievedWords, decisionWords, matchStatus, recipientHref } from './words.ts'

export const RECIPIENT_COLUMN: Column<ListedAward> = {
  key: 'recipient',
  head: 'Người, tập thể được khen',
  cell: (award) => (
    <TwoLines sub={award.recipient.unitName}>
      <Link strong href={recipientHref(award)}>
        {award.recipient.name}
      </Link>
    </TwoLines>
  ),
}

/** The award by its name, with the way to its own page. */
export const AWARD_COLUMN: Column<ListedAward> = {
  key: 'award',
  head: 'Khen thưởng',
  card: 'plain',
  cell: (award) => <Link href={`/so-khen-thuong/${award.id}`}>{award.awardName}</Link>,
}

export const ACHIEVED_COLUMN: Column<ListedAward> = {
  key: 'achieved',
  head: 'Thành tích',
  width: 160,
  card: 'plain',
  cell: achievedWords,
}

export const DECISION_COLUMN: Column<ListedAward> = {
  key: 'decision',
  head: 'Quyết định',
  width: 280,
  card: 'plain',
  cell: (award) => <TwoLines sub={award.issuer ?? ''}>{decisionWords(award)}</TwoLines>,
}

export const MATCH_COLUMN: Column<ListedAward> = {
  key: 'match',
  head: 'Xác định',
  width: 150,
  card: 'state',
  cell: (award) => <StatusWord {...matchStatus(award)} small />,
}

/** In a list of one recipient: which entries look like one award entered twice. */
export function doubleColumn(doubles: readonly string[]): Column<ListedAward> {
  return {
    key: 'double',
    head: 'Lưu ý',
    width: 150,
    card: 'state',
    cell: (award) =>
      doubles.includes(award.id) ? <StatusWord tone="cam" icon="copy" word="Có thể trùng" small /> : null,
  }
}
