import { saveFile } from '../../platform/web/save-file.ts'
import { Acts, Button, Note, Stack } from '../../ui/index.ts'
import classes from './secret.module.css'

const WHAT = 'Mã khôi phục Thi Đua'

/** The recovery codes, this once: to be printed or kept as a file, and then put away. */
export function RecoveryCodes({ codes, who, onKept }: { codes: readonly string[]; who: string; onKept: () => void }) {
  return (
    <Stack>
      <Note tone="cam" title="Cất mười mã này ngay">
        Mỗi mã thay được mã của ứng dụng xác thực một lần, khi mất điện thoại. Các mã chỉ hiện lần này. In ra hoặc tải
        về, cất nơi khác với điện thoại.
      </Note>
      <div className={classes.sheet}>
        <p>{`${WHAT} của ${who}`}</p>
        <ul className={classes.codes} aria-label={`${WHAT} của ${who}`}>
          {codes.map((code) => (
            <li key={code} className={classes.small}>
              {code}
            </li>
          ))}
        </ul>
      </div>
      <Acts>
        <Button icon="download" onClick={() => download(`${WHAT} của ${who}\n\n${codes.join('\n')}\n`)}>
          Tải về tệp văn bản
        </Button>
        <Button icon="printer" onClick={printCodes}>
          In các mã
        </Button>
        <Button kind="primary" icon="check" onClick={onKept}>
          Đã cất mã, tiếp tục
        </Button>
      </Acts>
    </Stack>
  )
}

/** The codes alone, without the page around them. */
function printCodes(): void {
  document.documentElement.dataset.printing = 'codes'
  window.print()
  delete document.documentElement.dataset.printing
}

function download(text: string): void {
  saveFile('ma-khoi-phuc-thi-dua.txt', new Blob([text], { type: 'text/plain;charset=utf-8' }))
}
