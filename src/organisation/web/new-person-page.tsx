import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { sentences, whyEmpty, whyNotEmail } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { useForm } from '../../platform/web/use-form.ts'
import {
  Answer,
  Button,
  ButtonLink,
  Cell,
  FieldGrid,
  Form,
  PageHeader,
  Panel,
  TextField,
  useAddressParams,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation } from './api.ts'
import { checkPost } from './check-post.ts'
import { PostFields } from './post-fields.tsx'

/** A new person with the first post; an account is opened on the person's page. */
export function NewPersonPage() {
  const tree = useQuery(organisation.tree.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title="Thêm người"
        crumbs={[{ href: '/nguoi', word: 'Người' }]}
        lead="Mỗi người có ít nhất một vị trí công tác. Tài khoản đăng nhập mở sau, ở trang của người đó."
      />
      <Panel label="Người mới">
        <Answer {...answerOf(tree)} lines={6}>
          {({ units }) => <NewPersonForm units={units} />}
        </Answer>
      </Panel>
    </>
  )
}

function NewPersonForm({ units }: { units: OrganisationOutputs['tree']['units'] }) {
  const [ids] = useState(() => ({ person: newId(), post: newId() }))
  const today = useToday()
  const tell = useNotices()
  const { go } = useNavigation()
  const [params] = useAddressParams()
  const asked = units.find((unit) => unit.id === params.get('unit'))
  const form = useForm({
    initial: { name: '', email: '', unitId: asked?.id ?? '', title: '', from: today as string | undefined },
    check: (typed) =>
      sentences({ name: whyEmpty(typed.name, 'họ và tên'), email: whyNotEmail(typed.email), ...checkPost(typed) }),
    send: (typed) =>
      organisation.createPerson.call({
        id: ids.person,
        name: typed.name,
        email: typed.email.trim() || null,
        post: { id: ids.post, unitId: typed.unitId, title: typed.title, from: typed.from ?? '' },
      }),
    paths: { 'post.unitId': 'unitId', 'post.title': 'title', 'post.from': 'from' },
    onDone: ({ person }) => {
      tell({ text: `Đã thêm ${person.name}` })
      go(`/nguoi/${person.id}`)
    },
  })
  return (
    <Form
      problems={form.problems}
      problemsTitle="Chưa thêm được người"
      refused={form.refused}
      onSubmit={form.submit}
      acts={
        <>
          <Button type="submit" kind="primary" busy={form.busy}>
            Thêm người
          </Button>
          <ButtonLink kind="subtle" href="/nguoi">
            Thôi
          </ButtonLink>
        </>
      }
    >
      <FieldGrid>
        <Cell span={7}>
          <TextField {...form.field('name')} label="Họ và tên" />
        </Cell>
        <Cell span={5}>
          <TextField {...form.field('email')} label="Thư điện tử" optional type="email" />
        </Cell>
      </FieldGrid>
      <h2>Vị trí công tác đầu tiên</h2>
      <PostFields unit={form.field('unitId')} title={form.field('title')} from={form.field('from')} units={units} />
    </Form>
  )
}
