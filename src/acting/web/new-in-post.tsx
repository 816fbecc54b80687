import { formatDate } from '../../kernel/plain-date.ts'
import { ButtonLink, Note } from '../../ui/index.ts'

/** Above the first page of somebody new in a post: where to find what he needs. */
export function NewInPost({ title, unitName, from }: { title: string; unitName: string; from: string }) {
  return (
    <Note
      tone="cham"
      title={`Mới nhận vị trí ${title}, ${unitName}, từ ${formatDate(from)}`}
      acts={
        <ButtonLink size="s" href="/nguoi-moi">
          Người mới nhận việc
        </ButtonLink>
      }
    >
      Việc của vị trí, danh sách bàn giao và nơi cần hỏi có ở một trang.
    </Note>
  )
}
