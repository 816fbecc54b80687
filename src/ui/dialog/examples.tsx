import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { WithState } from '../examples/with-state.tsx'
import { ConfirmBody, ConfirmDialog } from './confirm-dialog.tsx'
import { Dialog } from './dialog.tsx'

const nothing = () => undefined

function Framed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      style={{ maxWidth: 520, padding: 24, background: 'var(--mat)', borderRadius: 10, boxShadow: 'var(--noi-2)' }}
    >
      <h3>{title}</h3>
      {children}
    </section>
  )
}

export const examples: readonly Example[] = [
  {
    id: 'reason',
    title: 'Hỏi lý do, nêu tên',
    element: (
      <Framed title="Trả lại 3 hồ sơ">
        <ConfirmBody
          title="Trả lại 3 hồ sơ"
          names={['Võ Văn Minh', 'Phạm Quốc Sơn', 'Huỳnh Ngọc Quân']}
          reason={{ label: 'Lý do, gửi cho cả 3 đơn vị', missing: 'Nhập lý do trả lại' }}
          onClose={nothing}
          onConfirm={nothing}
        />
      </Framed>
    ),
  },
  {
    id: 'refused',
    title: 'Nguy hiểm, máy chủ không nhận',
    element: (
      <Framed title="Kết thúc phong trào">
        <ConfirmBody
          title="Kết thúc phong trào"
          danger
          error="Phong trào vừa được kết thúc bởi Lê Thị Hoa lúc 09:12. Tải lại để xem"
          onClose={nothing}
          onConfirm={nothing}
        >
          <p>2 đơn vị chưa quán triệt sẽ thôi bị nhắc. Không mở lại được.</p>
        </ConfirmBody>
      </Framed>
    ),
  },
  {
    id: 'open',
    title: 'Mở thật: bàn phím, Esc, tiêu điểm',
    element: (
      <WithState<'none' | 'confirm' | 'dialog'> start="none">
        {(shown, show) => (
          <>
            <Button onClick={() => show('confirm')}>Nhắc 4 đơn vị</Button>{' '}
            <Button onClick={() => show('dialog')}>Xem khác nhau</Button>
            <ConfirmDialog
              open={shown === 'confirm'}
              title="Nhắc 4 đơn vị"
              names={[
                'Phòng Xây dựng chính quyền',
                'Trung tâm Lưu trữ lịch sử',
                'Đoàn Thanh niên',
                'Phòng Cải cách hành chính',
              ]}
              onClose={() => show('none')}
              onConfirm={() => show('none')}
            />
            <Dialog
              open={shown === 'dialog'}
              wide
              title="Hai giá trị khác nhau"
              onClose={() => show('none')}
              acts={
                <>
                  <Button onClick={() => show('none')}>Giữ của Võ Văn Minh</Button>
                  <Button kind="primary" onClick={() => show('none')}>
                    Dùng của tôi
                  </Button>
                </>
              }
            >
              <p>Số, ký hiệu: Võ Văn Minh ghi 45/KH-SNV, đang nhập 46/KH-SNV.</p>
            </Dialog>
          </>
        )}
      </WithState>
    ),
  },
]
