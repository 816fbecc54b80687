import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { sentences } from '../../platform/web/form-checks.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { useForm } from '../../platform/web/use-form.ts'
import {
  Answer,
  Button,
  ButtonLink,
  CheckboxField,
  Form,
  Note,
  PageHeader,
  Panel,
  Stack,
  useNotices,
} from '../../ui/index.ts'
import { type OrganisationOutputs, organisation, type PersonPageData } from './api.ts'
import { DoubtsQuestion, type Questions, questionsOf } from './confirm-fields.tsx'
import { GeneralFields, PrivateFields } from './person-fields.tsx'
import { checkGeneral, checkPrivate, generalOf, NO_PRIVATE, privateOf } from './person-input.ts'

type Person = PersonPageData['person']
type Shown = OrganisationOutputs['showSensitive']['shown']

/** Correcting what is kept of a person: what colleagues see, and apart, opened by a press that is recorded, what they do not. */
export function EditPersonPage() {
  const id = usePageParam('id')
  const found = useQuery(organisation.person.queryOptions({ input: { id } }))
  return (
    <>
      <PageHeader
        title="Sửa thông tin"
        crumbs={[
          { href: '/nguoi', word: 'Người' },
          { href: `/nguoi/${id}`, word: found.data?.person.name ?? 'Người' },
        ]}
      />
      <Answer {...answerOf(found)} lines={8}>
        {({ person, actions }) =>
          actions.change ? (
            <Stack gap="l">
              <Panel title="Thông tin chung">
                <GeneralForm key={`g${person.version}`} person={person} />
              </Panel>
              <Panel title="Thông tin riêng">
                <PrivatePart key={`p${person.version}`} person={person} />
              </Panel>
            </Stack>
          ) : (
            <Note tone="xam">Chỉ quản trị viên, công chức phụ trách của đơn vị được sửa.</Note>
          )
        }
      </Answer>
    </>
  )
}

/** Both forms send changes and may be asked back about what is doubtful. */
function useChange(person: Person) {
  const [asked, setAsked] = useState<Questions>({})
  const tell = useNotices()
  const send = async (
    changes: Parameters<typeof organisation.changePerson.call>[0]['changes'],
    doubtsSeen: boolean,
  ) => {
    try {
      return await organisation.changePerson.call({ id: person.id, version: person.version, changes, doubtsSeen })
    } catch (thrown) {
      setAsked(questionsOf(thrown))
      throw thrown
    }
  }
  const seenFirst = (seen: boolean) =>
    sentences({ doubtsSeen: asked.doubts && !seen ? 'Sửa lại, hoặc đánh dấu là đúng' : undefined })
  return { asked, send, seenFirst, done: () => tell({ text: `Đã lưu thông tin của ${person.name}` }) }
}

function GeneralForm({ person }: { person: Person }) {
  const change = useChange(person)
  const form = useForm({
    initial: {
      name: person.name,
      email: person.email ?? '',
      staffCode: person.staffCode ?? '',
      recruitedOn: (person.recruitedOn ?? '') as string | undefined,
      doubtsSeen: false,
    },
    check: (typed) => ({ ...checkGeneral(typed), ...change.seenFirst(typed.doubtsSeen) }),
    send: (typed) => change.send(generalOf(typed), typed.doubtsSeen),
    onDone: change.done,
  })
  const { field } = form
  return (
    <Form
      form={form}
      label="Thông tin chung"
      refusedElsewhere={form.refused?.code === 'person-doubtful'}
      acts={
        <>
          <Button type="submit" kind="primary" busy={form.busy}>
            Lưu thông tin chung
          </Button>
          <ButtonLink kind="subtle" href={`/nguoi/${person.id}`}>
            Về trang của người này
          </ButtonLink>
        </>
      }
    >
      <GeneralFields
        name={field('name')}
        email={field('email')}
        staffCode={field('staffCode')}
        recruitedOn={field('recruitedOn')}
      />
      {change.asked.doubts && <DoubtsQuestion doubts={change.asked.doubts} seen={field('doubtsSeen')} />}
    </Form>
  )
}

function PrivatePart({ person }: { person: Person }) {
  const [shown, setShown] = useState<Shown>()
  const open = useAct(
    () => organisation.showSensitive.call({ id: person.id, part: 'personal' }),
    (answer) => setShown(answer.shown),
  )
  if (shown) return <PrivateForm person={person} shown={shown} />
  return (
    <Stack>
      <p>Ngày sinh, giới tính, dân tộc, ngày vào Đảng, số định danh. Lượt mở được ghi lại.</p>
      <div>
        <Button icon="eye" busy={open.busy} onClick={() => open.run(undefined)}>
          Mở thông tin riêng để sửa
        </Button>
      </div>
      {open.problem && (
        <Note tone="son" alert>
          {open.problem.sentence}
        </Note>
      )}
    </Stack>
  )
}

function PrivateForm({ person, shown }: { person: Person; shown: Shown }) {
  const change = useChange(person)
  const form = useForm({
    initial: {
      ...NO_PRIVATE,
      birth: shown.birth === null ? '' : formatDate(shown.birth),
      gender: (shown.gender ?? '') as string,
      ethnicity: shown.ethnicity ?? '',
      partyJoinedOn: (shown.partyJoinedOn ?? '') as string | undefined,
      removeNumber: false,
      doubtsSeen: false,
    },
    check: (typed) => ({ ...checkPrivate(typed), ...change.seenFirst(typed.doubtsSeen) }),
    send: ({ doubtsSeen, removeNumber, ...typed }) => {
      const { citizenId, ...rest } = privateOf(typed)
      const number = removeNumber ? { citizenId: null } : citizenId === null ? {} : { citizenId }
      return change.send({ ...rest, ...number }, doubtsSeen)
    },
    onDone: change.done,
  })
  const { field } = form
  const remove = field('removeNumber')
  return (
    <Form
      form={form}
      label="Thông tin riêng"
      refusedElsewhere={form.refused?.code === 'person-doubtful'}
      acts={
        <Button type="submit" busy={form.busy}>
          Lưu thông tin riêng
        </Button>
      }
    >
      <PrivateFields
        birth={field('birth')}
        gender={field('gender')}
        ethnicity={field('ethnicity')}
        partyJoinedOn={field('partyJoinedOn')}
        citizenId={field('citizenId')}
        numberHelp={person.hasCitizenId ? 'Đang có số. Để trống thì giữ nguyên số đang có' : 'Chưa có số'}
      />
      {person.hasCitizenId && (
        <CheckboxField
          id={remove.id}
          checked={remove.value}
          onChange={remove.onChange}
          label="Xóa số định danh đang có"
        />
      )}
      {change.asked.doubts && <DoubtsQuestion doubts={change.asked.doubts} seen={field('doubtsSeen')} />}
    </Form>
  )
}
