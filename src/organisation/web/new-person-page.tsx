import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Form, PageHeader, Panel, useAddressParams, useNavigation, useNotices } from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { checkPost } from './check-post.ts'
import { DoubtsQuestion, LikelySameQuestion, type Questions, questionsOf } from './confirm-fields.tsx'
import { GeneralFields, PrivateFields } from './person-fields.tsx'
import { checkGeneral, checkPrivate, generalOf, NO_PRIVATE, privateOf } from './person-input.ts'
import { PostFields } from './post-fields.tsx'
import { PLAIN_TRAITS, PostTraitFields, traitsOf } from './post-trait-fields.tsx'
import { WithUnits } from './with-units.tsx'

/** A new person with the first post; an account is opened on the person's page. */
export function NewPersonPage() {
  return (
    <>
      <PageHeader
        title="Thêm người"
        crumbs={[{ href: '/nguoi', word: 'Người' }]}
        lead="Mỗi người có ít nhất một vị trí công tác. Tài khoản đăng nhập mở sau, ở trang của người đó."
      />
      <Panel label="Người mới">
        <WithUnits>{(units) => <NewPersonForm units={units} />}</WithUnits>
      </Panel>
    </>
  )
}

function NewPersonForm({ units }: { units: OrganisationOutputs['tree']['units'] }) {
  const [ids] = useState(() => ({ person: newId(), post: newId() }))
  const [asked, setAsked] = useState<Questions>({})
  const today = useToday()
  const tell = useNotices()
  const { go } = useNavigation()
  const [params] = useAddressParams()
  const unitAsked = units.find((unit) => unit.id === params.get('unit'))
  const form = useForm({
    initial: {
      name: '',
      email: '',
      staffCode: '',
      recruitedOn: '' as string | undefined,
      ...NO_PRIVATE,
      unitId: unitAsked?.id ?? '',
      title: '',
      from: today as string | undefined,
      ...PLAIN_TRAITS,
      notSame: '',
      doubtsSeen: false,
    },
    check: (typed) => ({
      ...checkGeneral(typed),
      ...checkPrivate(typed),
      ...sentences(checkPost(typed)),
      ...sentences({
        notSame: asked.likely ? whyEmpty(typed.notSame, 'vì sao là người khác') : undefined,
        doubtsSeen: asked.doubts && !typed.doubtsSeen ? 'Sửa lại, hoặc đánh dấu là đúng' : undefined,
      }),
    }),
    send: async (typed) => {
      try {
        return await organisation.createPerson.call({
          id: ids.person,
          ...generalOf(typed),
          ...privateOf(typed),
          post: { id: ids.post, unitId: typed.unitId, title: typed.title, from: typed.from ?? '', ...traitsOf(typed) },
          notSame: typed.notSame.trim() || null,
          doubtsSeen: typed.doubtsSeen,
        })
      } catch (thrown) {
        setAsked(questionsOf(thrown))
        throw thrown
      }
    },
    paths: { 'post.unitId': 'unitId', 'post.title': 'title', 'post.from': 'from' },
    onDone: ({ person }) => {
      tell({ text: `Đã thêm ${person.name}` })
      go(`/nguoi/${person.id}`)
    },
  })
  const { field } = form
  return (
    <Form
      form={form}
      send="Thêm người"
      leave="/nguoi"
      problemsTitle="Chưa thêm được người"
      refusedElsewhere={form.refused?.code === 'person-doubtful'}
    >
      <GeneralFields
        name={field('name')}
        email={field('email')}
        staffCode={field('staffCode')}
        recruitedOn={field('recruitedOn')}
      />
      <h2>Thông tin riêng</h2>
      <p>Chỉ người đó và những người giữ hồ sơ của đơn vị được xem; mỗi lượt xem được ghi.</p>
      <PrivateFields
        birth={field('birth')}
        gender={field('gender')}
        ethnicity={field('ethnicity')}
        partyJoinedOn={field('partyJoinedOn')}
        citizenId={field('citizenId')}
        numberHelp="12 chữ số căn cước hoặc 9 chữ số chứng minh nhân dân cũ; lưu mã hóa"
      />
      <h2>Vị trí công tác đầu tiên</h2>
      <PostFields unit={field('unitId')} title={field('title')} from={field('from')} units={units} />
      <PostTraitFields form={form} />
      {asked.doubts && <DoubtsQuestion doubts={asked.doubts} seen={field('doubtsSeen')} />}
      {asked.likely && <LikelySameQuestion likely={asked.likely} reason={field('notSame')} />}
    </Form>
  )
}
