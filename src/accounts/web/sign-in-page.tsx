import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readProblem } from '../../platform/web/problem.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { EntryPage, EntryPeople, Link, Note, Stack, useAddressParams, useNavigation } from '../../ui/index.ts'
import { accounts } from './api.ts'
import { useHouseState } from './house-state.ts'
import { returnAddress } from './return-address.ts'
import { SignInForm } from './sign-in-form.tsx'

/** The door: name and password; over sample data also people to be with one press. */
export function SignInPage() {
  const house = useHouseState()
  const [params] = useAddressParams()
  const { go } = useNavigation()
  const client = useQueryClient()
  const inside = house.me !== null || house.withoutPost !== null || house.withoutSecondFactor !== null
  // as it was on arrival: while this page still stands, the address is already that of the next
  const [asked] = useState(() => params.get('ve'))
  useEffect(() => {
    if (house.needsSetUp) go('/thiet-lap', { replace: true })
    else if (inside) go(returnAddress(asked), { replace: true })
  }, [house.needsSetUp, inside, asked, go])
  useEffect(() => {
    document.title = 'Đăng nhập – Thi Đua'
  }, [])
  if (house.needsSetUp || inside) return null
  // what somebody else saw in this window before is not shown to the next person
  const forget = () => client.removeQueries({ type: 'inactive' })
  return (
    <EntryPage
      organisation={house.organisationName ?? undefined}
      aside={house.demo ? <SampleCast onSignedIn={forget} /> : undefined}
    >
      <h1>Đăng nhập</h1>
      <Stack gap="l">
        <SignInForm onSignedIn={forget} />
        <p>
          <Link href="/quen-mat-khau">Quên mật khẩu</Link> hoặc <Link href="/dat-mat-khau">có mã dùng một lần</Link>.
          Chưa có tài khoản: liên hệ quản trị viên của cơ quan. <a href="/cong-khai">Xem trang công khai</a>, không cần
          đăng nhập.
        </p>
      </Stack>
    </EntryPage>
  )
}

/** The people of the sample world; nobody else ever stands here. */
function SampleCast({ onSignedIn }: { onSignedIn: () => void }) {
  const cast = useQuery(accounts.cast.queryOptions({ input: {} }))
  const enter = useAct((signInName: string) => accounts.signInAs.call({ signInName }), onSignedIn)
  const problem = enter.problem ?? (cast.error === null ? undefined : readProblem(cast.error))
  return (
    <>
      <h2>Dùng thử với người mẫu</h2>
      <p>Bản dùng thử, dữ liệu mẫu. Chọn một người để vào đúng việc của người đó. Bản chính thức không có phần này.</p>
      {problem && (
        <Note tone="son" alert>
          {problem.sentence}
        </Note>
      )}
      {cast.data && (
        <EntryPeople
          label="Người mẫu"
          people={cast.data.cast.map((person) => ({
            id: person.signInName,
            name: person.name,
            sub: `${person.post}: ${person.does}`,
            onPress: () => enter.run(person.signInName),
          }))}
        />
      )}
    </>
  )
}
