import {
  basesOf,
  type Plan,
  type PlanBasis,
  type PlanPeriod,
  type PlanTarget,
  periodState,
  planOf,
} from '../../campaigns/index.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { documentKindName } from '../../mechanisms/documents/domain/document-kinds.ts'
import { type Html, html } from '../../platform/http/html.ts'
import { publicPage } from './frame.ts'
import { icon, status } from './icons.ts'
import { campaignStatus } from './list-page.ts'
import type { PublicCampaign } from './portal-data.ts'

/** The public page of one campaign: only what the plan itself says, and how many units have taken it up. */
export function campaignPage(shown: PublicCampaign, style: string): Html {
  const { campaign, today } = shown
  const plan = planOf(shown.facts)
  const running = plan.periods.find((period) => periodState(period, today) === 'running')
  return publicPage({
    house: shown,
    title: campaign.title,
    summary: campaign.theme ?? campaign.title,
    style,
    // The figures of taking up are counted anew for every reader.
    updated: today,
    content: html`<div class="opening"><div class="wide">
<p class="state">${campaignStatus(campaign, running?.name)}</p>
<h1>${campaign.title}</h1>
${campaign.theme === null ? '' : html`<p class="theme">“${campaign.theme}”</p>`}
</div></div>
<div class="wide">
${targets(plan, campaign.startsOn, campaign.endsOn)}
<div class="two block">
<div>${periods(plan, campaign.state === 'closed' ? undefined : today)}${takeUp(campaign)}</div>
<div>${paper(shown)}</div>
</div>
</div>`,
  })
}

function targets(plan: Plan, from: string | null, to: string | null): Html | '' {
  if (plan.targets.length === 0) return ''
  const figures = plan.targets.filter((target) => target.figure !== null)
  const words = plan.targets.filter((target) => target.figure === null)
  const year = from !== null && from.slice(0, 4) === to?.slice(0, 4) ? ` năm ${from.slice(0, 4)}` : ''
  return html`<section class="block" aria-labelledby="phan-dau"><h2 id="phan-dau">Phấn đấu${year}</h2>
${figures.length === 0 ? '' : html`<ul class="figures">${figures.map(figure)}</ul>`}
${words.length === 0 ? '' : html`<ul class="words panel">${words.map((target) => html`<li>${target.text}</li>`)}</ul>`}
</section>`
}

function figure(target: PlanTarget): Html {
  return html`<li><b>${target.figure}</b><span>${target.words}</span></li>`
}

function periods(plan: Plan, today: PlainDate | undefined): Html | '' {
  if (plan.periods.length === 0 && plan.otherMarks.length === 0) return ''
  return html`<section aria-labelledby="dot"><h2 id="dot">${periodsTitle(plan.periods.length)}</h2><div class="panel">
${plan.periods.map((period) => periodBlock(period, today))}
${
  plan.otherMarks.length === 0
    ? ''
    : html`<div class="pad"><h3>Ngày kỷ niệm</h3><p class="quiet">${plan.otherMarks.map((mark) => mark.name).join('; ')}.</p></div>`
}
</div></section>`
}

const COUNTED = ['', '', 'Hai đợt thi đua', 'Ba đợt thi đua', 'Bốn đợt thi đua'] as const

function periodsTitle(count: number): string {
  return COUNTED[count] || (count > 1 ? `${count} đợt thi đua` : 'Thời gian thi đua')
}

function periodBlock(period: PlanPeriod, today: PlainDate | undefined): Html {
  return html`<div class="pad"><h3>${period.name}, ${period.span.startsWith('từ') || period.span.startsWith('đến') ? period.span : `từ ${period.span}`}</h3>
${today === undefined ? '' : html`<p>${periodStatus(period, today)}</p>`}
${period.marks.length === 0 ? '' : html`<p class="quiet">${period.marks.map((mark) => mark.name).join('; ')}.</p>`}
</div>`
}

function periodStatus(period: PlanPeriod, today: PlainDate): Html {
  switch (periodState(period, today)) {
    case 'over':
      return status('xam', 'flag', 'Đã kết thúc')
    case 'running':
      return status('luc', 'check', 'Đang diễn ra')
    case 'coming':
      return status('cham', 'clock', 'Sắp tới')
  }
}

function takeUp(campaign: PublicCampaign['campaign']): Html {
  return html`<section class="panel take-up" aria-label="Triển khai"><div class="pad"><dl class="inline">
<div><dt>Đã tiếp nhận</dt><dd><b>${campaign.received}/${campaign.units} đơn vị</b></dd></div>
<div><dt>Đã quán triệt</dt><dd><b>${campaign.disseminated}/${campaign.units} đơn vị</b></dd></div>
</dl></div></section>`
}

function paper({ campaign, document, facts }: PublicCampaign): Html {
  const bases = basesOf(facts, document.text)
  const answered = bases.filter((one) => one.answered)
  const name = [documentKindName(document.kind), campaign.number].filter(Boolean).join(' số ')
  return html`<section aria-labelledby="van-ban"><h2 id="van-ban">Văn bản</h2><div class="panel">
<div class="pad"><h3>${name}</h3>
<p class="quiet">${[document.issuer, campaign.issuedOn === null ? null : `ngày ${formatDate(campaign.issuedOn)}`].filter(Boolean).join(', ')}</p>
${basis('Hưởng ứng', answered)}${basis(
  'Căn cứ',
  bases.filter((one) => !one.answered),
)}</div>
${
  document.files.length === 0
    ? ''
    : html`<ul class="files">${document.files.map(
        (file) => html`<li>${icon('file')}<span><a href="/api/files/${file.id}" download>${file.name}</a>
<small>${[FILE_ROLES[file.role], sizeWords(file.size)].join(', ')}</small></span></li>`,
      )}</ul>`
}
</div></section>`
}

function basis(term: string, bases: readonly PlanBasis[]): Html | '' {
  if (bases.length === 0) return ''
  return html`<p class="quiet">${term}: ${bases.map((one) => one.words).join('; ')}.</p>`
}

const FILE_ROLES = { source: 'Tệp gốc', signed: 'Bản đã ký' } as const

function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
}
