import { type ApiProblem, readProblem } from '../../platform/web/problem.ts'
import type { FormField } from '../../platform/web/use-form.ts'
import { CheckboxField, Link, Note, TextField } from '../../ui/index.ts'

export type Likely = {
  id: string
  name: string
  staffCode: string | null
  posts: { title: string; unitName: string }[]
  sameBirth: boolean | null
}
export type Questions = { doubts?: string[]; likely?: Likely[] }

/** What the server asks back before it writes; nothing when it refused for another reason. */
export function questionsOf(thrown: unknown): Questions {
  const problem: ApiProblem = readProblem(thrown)
  if (problem.code === 'person-doubtful') return { doubts: (problem.data as { doubts: string[] }).doubts }
  if (problem.code === 'person-likely-same') return { likely: (problem.data as { likely: Likely[] }).likely }
  return {}
}

/** What is hardly ever so, and the tick that says it is. */
export function DoubtsQuestion({ doubts, seen }: { doubts: readonly string[]; seen: FormField<boolean> }) {
  return (
    <Note tone="cam" title="Có chỗ đáng ngờ">
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      <CheckboxField
        id={seen.id}
        checked={seen.value}
        onChange={seen.onChange}
        label="Đã đối chiếu giấy tờ, các chỗ trên là đúng"
        error={seen.error}
      />
    </Note>
  )
}

/** Those who may be the same person, side by side with what is told of each, and the reason why they are others. */
export function LikelySameQuestion({ likely, reason }: { likely: readonly Likely[]; reason: FormField<string> }) {
  return (
    <Note tone="cam" title="Đã có người giống">
      <ul>
        {likely.map((one) => (
          <li key={one.id}>
            <Link href={`/nguoi/${one.id}`}>{one.name}</Link>
            {[
              ...one.posts.map((post) => `${post.title}, ${post.unitName}`),
              one.staffCode === null ? undefined : `mã ${one.staffCode}`,
              one.sameBirth ? 'trùng ngày sinh' : 'chưa so được ngày sinh',
            ]
              .filter((word) => word !== undefined)
              .map((word) => ` · ${word}`)
              .join('')}
          </li>
        ))}
      </ul>
      <TextField
        {...reason}
        label="Vì sao là người khác"
        help="Nếu là một người, mở trang của người đó và thêm vị trí công tác"
      />
    </Note>
  )
}
