import type { Block } from './blocks.ts'
import type { TargetSubject } from './plan.ts'
import type { Quantity } from './quantities.ts'
import { fold } from './view.ts'

/** Words with which the noun a target counts is over. */
export const VERB =
  / (?:dat|duoc|hoan thanh|thuc hien|tham gia|khong|dang ky|su dung|chap hanh|tro len|tro xuong|co(?! quan| so|ng )|xep loai|xep|to chuc(?! dang| doan| co so| chinh tri| cong doan)|trien khai|ung dung|ky|hoc tap|bao dam|dam bao|giu vung|nghiem tuc|la|so voi|tang|giam|phan dau|quan triet|gui|nop|xay dung|duy tri|phat trien|ren luyen|giai quyet|cap nhat|theo|(?<!nghiem )trong|tai|ve|deu|dung|tot|phai|luon|biet|ap dung|duoi|tren|phat dong|cam ket|bi|len lop|tot nghiep|cham|nang|chuyen|lam|hieu|vuot|cung|dung hen|truoc|cao hon)(?![a-z])/

const PEOPLE =
  /can bo|cong chuc|vien chuc|nguoi lao dong|ca nhan|dang vien|doan vien|hoi vien|giao vien|hoc sinh|sinh vien|cbcc|c(?:b|an bo)[,-] ?(?:cc|gv)|nhan vien|chien s[iy]|cnv|doi vien|nguoi|cong nhan|bac s[iy]|luat su|cbgv|thanh nien|phu nu|nong dan|quan nhan|lao dong(?! tien tien| xuat sac)|cstd|ldtt|thay co|nha giao|giang vien|doan vien/
const BODIES =
  /(?<!\p{L})(?:tập thể|phòng|ban|đơn vị|tổ|khoa|cơ quan|xã|phường|chi bộ|trường|lớp|doanh nghiệp|thôn|khu dân cư|trung tâm|sở|huyện|công đoàn|chi đoàn|địa phương|cơ sở|hộ|gia đình|mô hình|liên đội|đảng bộ|ấp|khu phố|bản|làng|tổ chức|cđcs|chi hội|nhà trường)(?!\p{L})/u

/** What is measured of the whole body, whatever its words name besides: «Năng suất lao động», «Tỷ lệ học sinh …». */
const FIGURE =
  /^(?:ty le|ti le|chi so|tong |diem|thu |gia tri|nguon|so tien|muc |nang suat|san luong|doanh thu|loi nhuan|kim ngach|toc do|cong suat|tiet kiem|so du|du no|huy dong)/

/** Whom a target binds: people, collectives, or the organisation and its figures. */
export function subjectOf(of: string, block: Block | null, quantity: Quantity | null): TargetSubject {
  const words = fold(of)
  if (quantity && quantity.unit !== '%' && quantity.unit !== 'count') return 'unit'
  if (FIGURE.test(words)) return 'unit'
  if (/^(?:tap the|phong|don vi)/.test(words)) return 'collective'
  if (PEOPLE.test(words) || /^(?:lao dong tien tien|lao dong gioi)/.test(words)) return 'individual'
  if (BODIES.test(of.toLowerCase())) return 'collective'
  for (let above = block?.parent ?? null; above; above = above.parent) {
    const heading = above.fold.slice(above.body, above.body + 120)
    if (/tap the|don vi/.test(heading)) return 'collective'
    if (PEOPLE.test(heading)) return 'individual'
    if (above.section !== block?.section) break
  }
  return 'unit'
}

/** Goals that only exhort («Nâng cao chất lượng …»): they say nothing that could be counted or granted. */
export function exhorts(folded: string): boolean {
  if (/cao hon|tang so voi|giam so voi|thap hon|hon nam truoc|vuot muc|giu vung danh hieu/.test(folded)) return false
  return /^(?:nang cao|tiep tuc|day manh|tang cuong|phat huy|xay dung|thuc hien|to chuc (?!cong doan|doan|dang|chinh tri)|trien khai|quan triet|lam tot|tao |dam bao|bao dam|phat trien|cung co|doi moi|kip thoi|gop phan|khoi day|dong vien|tuyen truyen|huy dong|khuyen khich|tich cuc|chu dong|hoan thien|ung dung|cai thien|lap thanh tich|thong qua|nham|phat hien|giai quyet|thi dua|gan |quan tam|ren luyen|tham gia|duy tri(?! va)|cac |mo rong|mo |thu hut|cham lo|giao duc)/.test(
    folded,
  )
}
