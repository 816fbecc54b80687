import { describe, expect, it } from 'vitest'
import type { PersonActor, Role } from '../../kernel/actor.ts'
import { sectionsOf } from './sections.ts'

const ROOT = 'root'
const post = { id: 'p', title: 'Chuyên viên', unitId: 'a', unitNo: 2, unitName: 'Phòng A' }

function actor(grants: [Role, string][], posts = [post]): PersonActor {
  const held = grants.map(([role, unitId]) => ({ postId: 'p', role, unitId }))
  return { kind: 'person', accountId: 'x', personId: 'y', name: 'Lan', posts, grants: held }
}

describe('what the navigation shows', () => {
  it.each<[string, [Role, string][], string[]]>([
    ['staff', [['staff', 'a']], ['my-work', 'ledger', 'campaigns', 'registry', 'examples', 'delegations']],
    ['nobody in particular', [], ['my-work', 'ledger', 'campaigns', 'registry', 'examples', 'delegations']],
    [
      'the officer of a unit',
      [['officer', 'a']],
      [
        'my-work',
        'ledger',
        'campaigns',
        'assignments',
        'report-forms',
        'ratings',
        'registry',
        'examples',
        'organisation',
        'clusters',
        'people',
        'imports',
        'delegations',
      ],
    ],
    [
      'its head',
      [['head', 'a']],
      [
        'my-work',
        'ledger',
        'campaigns',
        'assignments',
        'report-forms',
        'ratings',
        'registry',
        'examples',
        'organisation',
        'clusters',
        'people',
        'delegations',
      ],
    ],
    [
      'the standing office',
      [['standing-office', ROOT]],
      [
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
        'imports',
        'delegations',
        'looking-after',
      ],
    ],
    [
      'the authority',
      [['authority', ROOT]],
      [
        'my-work',
        'ledger',
        'campaigns',
        'assignments',
        'overview',
        'late-board',
        'report-forms',
        'ratings',
        'registry',
        'examples',
        'organisation',
        'clusters',
        'delegations',
      ],
    ],
    [
      'an administrator of one branch',
      [['administrator', 'a']],
      [
        'my-work',
        'ledger',
        'campaigns',
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
      ],
    ],
    [
      'an administrator of everything',
      [['administrator', ROOT]],
      [
        'my-work',
        'ledger',
        'campaigns',
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
      ],
    ],
  ])('to %s', (_who, grants, sections) => {
    expect(sectionsOf(actor(grants), ROOT)).toEqual(sections)
  })

  it('is nothing to somebody whose last post has ended', () => {
    expect(sectionsOf(actor([], []), ROOT)).toEqual([])
  })
})
