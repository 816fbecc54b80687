import { Panel } from '../../ui/index.ts'
import type { BackupOutputs } from './api.ts'
import classes from './backups.module.css'

/** What the officer of the computer centre does on the day he needs it; the commands are those of docs/operations.md. */
export function HowToRestore({ listed }: { listed: BackupOutputs['list'] }) {
  const last = listed.backups.find((one) => one.state === 'good' && !one.removed)
  const file = last?.path ?? `${listed.folder}/thi-dua-….tar.gz`
  const key = last?.encrypted ? ' --key TỆP-KHÓA' : ''
  return (
    <Panel title="Cách khôi phục">
      <ol className={classes.steps}>
        <li>Trên máy mới (hoặc thư mục dữ liệu mới), cài cùng phiên bản phần mềm hoặc mới hơn, chưa khởi động.</li>
        <li>
          Chép tệp khóa cất riêng vào thư mục dữ liệu mới:
          <code className={classes.command}>cp keys.json THƯ-MỤC-DỮ-LIỆU-MỚI/keys.json</code>
        </li>
        <li>
          Khôi phục. Lệnh chỉ chạy vào nơi trống, không đè lên dữ liệu đang có:
          <code className={classes.command}>
            DATA_DIR=THƯ-MỤC-DỮ-LIỆU-MỚI npm run -s thidua -- restore {file}
            {key}
          </code>
        </li>
        <li>Khởi động bằng npm start. Mọi người đăng nhập lại; mật khẩu như cũ.</li>
      </ol>
    </Panel>
  )
}
