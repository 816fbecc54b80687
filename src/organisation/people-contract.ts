import { z } from 'zod'
import { recordEntry } from '../mechanisms/record/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { ABSENCE_KINDS } from './domain/absences.ts'
import { LEADER_LEVELS, POST_KINDS, RECIPIENT_CLASSES } from './domain/posts.ts'

const traits = {
  kind: z.enum(POST_KINDS as [string, ...string[]] as ['regular', 'concurrent', 'secondment']),
  leaderLevel: z.enum(LEADER_LEVELS as [string, ...string[]] as ['head', 'deputy']).nullable(),
  recipientClass: z.enum(RECIPIENT_CLASSES).nullable(),
  directWorker: z.boolean(),
  partyManaged: z.boolean(),
  basis: z.string().nullable(),
}

export const postShape = z.object({
  id: z.string(),
  personId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  version: z.number(),
  ...traits,
  actions: actions(['end', 'grant', 'change', 'transfer']),
})

const basis = z.string().trim().max(300, { error: 'Văn bản dài quá 300 ký tự. Rút ngắn lại' })
const newTraits = {
  kind: traits.kind.default('regular'),
  leaderLevel: traits.leaderLevel.default(null),
  recipientClass: traits.recipientClass.default(null),
  directWorker: traits.directWorker.default(false),
  partyManaged: traits.partyManaged.default(false),
  basis: basis.nullable().default(null),
}
const newPost = {
  id,
  unitId: id,
  title: line(200, 'chức vụ'),
  from: day,
  to: day.nullable().default(null),
  ...newTraits,
}

/** As precise as the papers are: `1990`, `1990-07`, `1990-07-05`. */
const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
  error: 'Nhập ngày/tháng/năm sinh; chỉ biết tháng hoặc năm thì nhập tháng/năm hoặc năm',
})
const email = z.email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: lan@hatinh.gov.vn' }).max(200)
const gender = z.enum(['male', 'female'])
/** What a number may look like while it is typed; the domain says whether it is one. */
const typedNumber = z.string().trim().max(40, { error: 'Số định danh gồm 12 hoặc 9 chữ số' })
const fields = {
  email: email.nullable(),
  staffCode: line(50, 'mã cán bộ').nullable(),
  recruitedOn: day.nullable(),
  birth: partialDay.nullable(),
  gender: gender.nullable(),
  ethnicity: line(100, 'dân tộc').nullable(),
  partyJoinedOn: day.nullable(),
  citizenId: typedNumber.nullable(),
}
const changes = z.object({ name: line(200, 'họ và tên'), ...fields }).partial()

const named = z.object({ id: z.string(), name: z.string() })
const person = z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })
const absence = z.object({
  id: z.string(),
  kind: z.enum(
    ABSENCE_KINDS as [string, ...string[]] as ['leave', 'unpaid', 'sick', 'maternity', 'injury', 'training', 'other'],
  ),
  from: z.string(),
  to: z.string().nullable(),
  basis: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number(),
  days: z.number().nullable(),
  aYear: z.boolean(),
})
const newAbsence = {
  personId: id,
  id,
  kind: absence.shape.kind,
  from: day,
  to: day.nullable().default(null),
  basis: basis.nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
}

const tag = 'Người'
const KEYS = ['staff-code-taken', 'citizen-id-taken', 'wrong-citizen-id'] as const
const DAYS = ['wrong-birth', 'before-birth', 'day-in-future', 'person-doubtful'] as const
const CLASH = ['post-overlaps', 'post-twice', 'secondment-needs-post'] as const

export const peopleContract = {
  people: operation({ method: 'GET', path: '/people', tag, summary: 'Danh sách người, tìm không cần dấu hoặc theo mã' })
    .input(
      z.object({
        q: search,
        unitId: id.optional(),
        leader: traits.leaderLevel.unwrap().optional(),
        recipientClass: traits.recipientClass.unwrap().optional(),
        /** Of people whose file the asker keeps. */
        party: z.enum(['yes', 'no']).optional(),
        account: z.enum(['yes', 'no']).optional(),
        posts: z.enum(['held', 'ended']).optional(),
        page: pageNumber,
      }),
    )
    .output(
      z.object({
        people: z.array(
          person.extend({
            staffCode: z.string().nullable(),
            posts: z.array(
              z.object({ title: z.string(), unitId: z.string(), unitName: z.string(), kind: traits.kind }),
            ),
            hasAccount: z.boolean(),
          }),
        ),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        actions: actions(['create', 'find-by-number']),
      }),
    ),
  person: operation({ method: 'GET', path: '/people/{id}', tag, summary: 'Xem một người: vị trí công tác, vắng mặt' })
    .input(z.object({ id }))
    .output(
      z.object({
        person: person.extend({
          staffCode: z.string().nullable(),
          recruitedOn: z.string().nullable(),
          version: z.number(),
          mergedInto: named.nullable(),
          /** The number's own presence is told only to who may see it. */
          hasCitizenId: z.boolean().nullable(),
        }),
        posts: z.array(postShape),
        absences: z.array(absence).nullable(),
        actions: actions([
          'add-post',
          'create-account',
          'change',
          'add-absence',
          'see-sensitive',
          'see-history',
          'merge',
          'hand-over',
        ]),
      }),
    ),
  personHistory: operation({
    method: 'GET',
    path: '/people/{id}/history',
    tag,
    summary: 'Lịch sử hồ sơ của một người',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ id }))
    .output(z.object({ entries: z.array(recordEntry) })),
  createPerson: operation({
    method: 'POST',
    path: '/people',
    tag,
    summary: 'Thêm người cùng vị trí công tác đầu tiên',
    refusals: ['not-yours-to-do', 'unit-ended', 'day-before-start', 'id-taken', 'person-likely-same', ...KEYS, ...DAYS],
  })
    .input(
      z.object({
        id,
        name: line(200, 'họ và tên'),
        email: fields.email.default(null),
        staffCode: fields.staffCode.default(null),
        recruitedOn: fields.recruitedOn.default(null),
        birth: fields.birth.default(null),
        gender: fields.gender.default(null),
        ethnicity: fields.ethnicity.default(null),
        partyJoinedOn: fields.partyJoinedOn.default(null),
        citizenId: fields.citizenId.default(null),
        post: z.object(newPost),
        notSame: z.string().trim().max(500).nullable().default(null),
        doubtsSeen: z.boolean().default(false),
      }),
    )
    .output(z.object({ person })),
  changePerson: operation({
    method: 'POST',
    path: '/people/{id}',
    tag,
    summary: 'Sửa thông tin của một người',
    refusals: ['not-yours-to-do', 'changed-meanwhile', 'person-merged', ...KEYS, ...DAYS],
  })
    .input(z.object({ id, version: z.int(), changes, doubtsSeen: z.boolean().default(false) }))
    .output(z.object({ person: named.extend({ version: z.number() }) })),
  showSensitive: operation({
    method: 'POST',
    path: '/people/{id}/sensitive',
    tag,
    summary: 'Xem thông tin riêng hoặc số định danh của một người; lượt xem được ghi',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ id, part: z.enum(['personal', 'citizen-id']) }))
    .output(
      z.object({
        shown: z.object({
          birth: z.string().nullable(),
          gender: gender.nullable(),
          ethnicity: z.string().nullable(),
          partyJoinedOn: z.string().nullable(),
          citizenId: z.string().nullable(),
        }),
      }),
    ),
  findByCitizenId: operation({
    method: 'POST',
    path: '/people/find-by-citizen-id',
    tag,
    summary: 'Tìm người có đúng số định danh này; lượt tìm thấy được ghi',
    refusals: ['wrong-citizen-id'],
  })
    .input(z.object({ citizenId: typedNumber }))
    .output(z.object({ person: named.nullable() })),
  previewMerge: operation({
    method: 'GET',
    path: '/people/{keptId}/merge/{goneId}',
    tag,
    summary: 'Xem trước việc gộp hai người được nhập trùng',
    refusals: ['not-yours-to-do', 'merge-oneself', 'person-merged'],
  })
    .input(z.object({ keptId: id, goneId: id }))
    .output(
      z.object({
        kept: named.extend({
          staffCode: z.string().nullable(),
          posts: z.array(z.string()),
          signInName: z.string().nullable(),
        }),
        gone: named.extend({
          staffCode: z.string().nullable(),
          posts: z.array(z.string()),
          signInName: z.string().nullable(),
        }),
        differing: z.array(z.string()),
        samePosts: z.array(z.string()),
        whyNot: z.string().nullable(),
      }),
    ),
  mergePeople: operation({
    method: 'POST',
    path: '/people/{keptId}/merge/{goneId}',
    tag,
    summary: 'Gộp hai người được nhập trùng thành một',
    refusals: [
      'not-yours-to-do',
      'merge-oneself',
      'merge-two-accounts',
      'merge-two-numbers',
      'merge-clash',
      'person-merged',
      'post-overlaps',
      'post-twice',
    ],
  })
    .input(z.object({ keptId: id, goneId: id, reason: line(500, 'lý do gộp') }))
    .output(z.object({ person: named })),
  addPost: operation({
    method: 'POST',
    path: '/people/{personId}/posts',
    tag,
    summary: 'Thêm vị trí công tác cho một người',
    refusals: ['not-yours-to-do', 'unit-ended', 'day-before-start', 'id-taken', 'person-merged', ...CLASH],
  })
    .input(z.object({ personId: id, ...newPost }))
    .output(z.object({ post: postShape })),
  changePost: operation({
    method: 'POST',
    path: '/posts/{id}',
    tag,
    summary: 'Sửa một vị trí công tác',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'day-before-start',
      'grant-begins-earlier',
      'last-administrator',
      ...CLASH,
    ],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        title: line(200, 'chức vụ'),
        from: day,
        ...traits,
        basis: basis.nullable(),
      }),
    )
    .output(z.object({ post: postShape })),
  endPost: operation({
    method: 'POST',
    path: '/posts/{id}/end',
    tag,
    summary: 'Kết thúc một vị trí công tác, hoặc đổi ngày cuối chưa tới',
    refusals: [
      'not-yours-to-do',
      'post-ended',
      'day-before-start',
      'unit-ends-earlier',
      'last-administrator',
      'post-overlaps',
      'post-twice',
    ],
  })
    .input(z.object({ id, lastDay: day }))
    .output(z.object({ post: postShape })),
  transferPerson: operation({
    method: 'POST',
    path: '/posts/{postId}/transfer',
    tag,
    summary: 'Chuyển công tác: kết thúc vị trí này và bắt đầu vị trí mới theo một văn bản',
    refusals: [
      'not-yours-to-do',
      'post-ended',
      'unit-ended',
      'day-before-start',
      'id-taken',
      'last-administrator',
      ...CLASH,
    ],
  })
    .input(z.object({ postId: id, post: z.object(newPost) }))
    .output(z.object({ post: postShape })),
  addAbsence: operation({
    method: 'POST',
    path: '/people/{personId}/absences',
    tag,
    summary: 'Ghi thời gian vắng mặt: thai sản, đi học, điều trị, nghỉ',
    refusals: ['not-yours-to-do', 'day-before-start', 'absence-overlaps', 'id-taken', 'person-merged'],
  })
    .input(z.object(newAbsence))
    .output(done),
  changeAbsence: operation({
    method: 'POST',
    path: '/people/{personId}/absences/{id}',
    tag,
    summary: 'Sửa thời gian vắng mặt',
    refusals: ['not-yours-to-do', 'day-before-start', 'absence-overlaps', 'changed-meanwhile', 'person-merged'],
  })
    .input(z.object({ ...newAbsence, version: z.int() }))
    .output(done),
  removeAbsence: operation({
    method: 'POST',
    path: '/people/{personId}/absences/{id}/remove',
    tag,
    summary: 'Bỏ thời gian vắng mặt ghi nhầm',
    refusals: ['not-yours-to-do', 'person-merged'],
  })
    .input(z.object({ personId: id, id, reason: line(300, 'lý do bỏ') }))
    .output(done),
}
