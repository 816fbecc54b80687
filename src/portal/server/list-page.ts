import { formatDate } from '../../kernel/plain-date.ts'
import { type Html, html } from '../../platform/http/html.ts'
import { publicPage } from './frame.ts'
import { status } from './icons.ts'
import type { PublicList } from './portal-data.ts'

type Campaign = PublicList['campaigns'][number]

/** Every published campaign, the newest launch first. */
export function listPage(list: PublicList, style: string): Html {
  const updated = list.campaigns
    .map((campaign) => campaign.changedAt.slice(0, 10))
    .sort()
    .at(-1)
  return publicPage({
    house: list,
    title: 'Phong trào thi đua',
    summary: `Các phong trào thi đua của ${list.organisation}`,
    style,
    updated,
    content: html`<div class="opening"><div class="wide"><h1>Phong trào thi đua</h1>
<p class="lead">${list.campaigns.length === 0 ? 'Chưa có phong trào nào được công khai.' : `${list.campaigns.length} phong trào đang công khai.`}</p></div></div>
<div class="wide">${list.campaigns.length === 0 ? '' : html`<ul class="cards">${list.campaigns.map(card)}</ul>`}</div>`,
  })
}

function card(campaign: Campaign): Html {
  return html`<li class="panel"><div class="pad">
<p>${campaignStatus(campaign)}</p>
<h2><a href="/cong-khai/phong-trao/${campaign.id}">${campaign.title}</a></h2>
${campaign.theme === null ? '' : html`<p class="quiet">“${campaign.theme}”</p>`}
<dl class="inline"><div><dt>Phát động</dt><dd>${campaign.launchedOn === null ? 'chưa có' : formatDate(campaign.launchedOn)}</dd></div>
<div><dt>Đã tiếp nhận</dt><dd><b>${campaign.received}/${campaign.units} đơn vị</b></dd></div></dl>
</div></li>`
}

/** «Đang diễn ra, đợt thi đua thứ hai» · «Đã kết thúc». */
export function campaignStatus(campaign: Pick<Campaign, 'state'>, period?: string): Html {
  if (campaign.state === 'closed') return status('xam', 'flag', 'Đã kết thúc')
  const word =
    period === undefined
      ? 'Đang diễn ra'
      : `Đang diễn ra, ${period.slice(0, 1).toLocaleLowerCase('vi')}${period.slice(1)}`
  return status('luc', 'check', word)
}
