import { ButtonLink, EntryPage } from '../../ui/index.ts'

/** No page has this address. */
export function NotFoundPage() {
  return (
    <EntryPage>
      <h1>Không có trang này</h1>
      <p>Đường dẫn đã cũ hoặc gõ thiếu. Mở lại từ Việc của tôi.</p>
      <ButtonLink kind="primary" href="/">
        Mở Việc của tôi
      </ButtonLink>
    </EntryPage>
  )
}
