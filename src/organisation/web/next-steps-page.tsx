import { useQuery } from '@tanstack/react-query'
import { useToday } from '../../platform/web/today.ts'
import { ButtonLink, Loading, PageHeader, Panel, type Status, WorkList, WorkRow } from '../../ui/index.ts'
import { organisation } from './api.ts'

const DONE: Status = { tone: 'luc', icon: 'circle-check', word: 'Đã có' }
const TO_DO: Status = { tone: 'xam', icon: 'circle-dashed', word: 'Chưa có' }

/** After the first set-up: what makes the organisation able to work, in order, each ticked off by what is there. */
export function NextStepsPage() {
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  const year = Number(useToday().slice(0, 4))
  const days = useQuery(organisation.specialDays.queryOptions({ input: { year } }))
  const people = useQuery(organisation.people.queryOptions({ input: {} }))
  const units = tree.data?.units.length ?? 1
  const persons = people.data?.total ?? 1
  const accounts = people.data?.people.filter((person) => person.hasAccount).length ?? 1
  const specialDays = days.data?.days.length ?? 0
  const steps = [
    {
      title: 'Thêm đơn vị',
      sub: 'Phòng, ban, đơn vị trực thuộc: tên, cấp trên, thứ tự nghi thức',
      href: '/don-vi/them',
      done: units > 1 && `${units - 1} đơn vị`,
    },
    {
      title: 'Thêm người',
      sub: 'Mỗi người cùng vị trí công tác đầu tiên: đơn vị, chức vụ, từ ngày',
      href: '/nguoi/them',
      done: persons > 1 && `${persons} người`,
    },
    {
      title: 'Mở tài khoản, giao quyền',
      sub: 'Ở trang của từng người: bộ phận thường trực, người có thẩm quyền, người đứng đầu đơn vị, công chức phụ trách',
      href: '/nguoi',
      done: accounts > 1 && `${accounts} tài khoản`,
    },
    {
      title: `Ghi ngày nghỉ, ngày làm bù năm ${year}`,
      sub: 'Để hạn tính theo ngày làm việc bỏ qua ngày lễ, Tết',
      href: '/lich',
      done: specialDays > 0 && `${specialDays} ngày`,
    },
  ]
  const next = steps.findIndex((step) => step.done === false)
  return (
    <>
      <PageHeader
        title="Việc tiếp theo"
        lead="Hệ thống đã sẵn sàng. Làm lần lượt các việc dưới đây; có thể dừng và làm tiếp sau."
      />
      <Panel flush label="Việc tiếp theo">
        {tree.isPending || people.isPending ? (
          <Loading lines={4} />
        ) : (
          <WorkList>
            {steps.map((step, index) => (
              <WorkRow
                key={step.href}
                status={step.done === false ? TO_DO : { ...DONE, word: step.done }}
                title={step.title}
                href={step.href}
                sub={step.sub}
                act={
                  <ButtonLink size="s" kind={index === next ? 'primary' : 'outline'} href={step.href}>
                    Mở<span className="visually-hidden"> {step.title}</span>
                  </ButtonLink>
                }
              />
            ))}
          </WorkList>
        )}
      </Panel>
    </>
  )
}
