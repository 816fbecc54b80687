import { dayField, type FormField } from '../../platform/web/use-form.ts'
import { Cell, DateField, FieldGrid, SelectField, TextField } from '../../ui/index.ts'
import type { GeneralTyped, PrivateTyped } from './person-input.ts'
import { GENDERS } from './person-words.ts'

type Fields<Typed> = { [Name in keyof Typed]: FormField<Typed[Name]> }

/** Name, code, address, day of recruitment: what colleagues may see too. */
export function GeneralFields({ name, email, staffCode, recruitedOn }: Fields<GeneralTyped>) {
  return (
    <FieldGrid>
      <Cell span={7}>
        <TextField {...name} label="Họ và tên" />
      </Cell>
      <Cell span={5}>
        <TextField {...staffCode} label="Mã cán bộ" optional help="Mỗi người một mã trong cơ quan" />
      </Cell>
      <Cell span={7}>
        <TextField {...email} label="Thư điện tử" optional type="email" />
      </Cell>
      <Cell span={5}>
        <DateField {...dayField(recruitedOn)} label="Ngày tuyển dụng" optional />
      </Cell>
    </FieldGrid>
  )
}

/** What is sensitive. `numberHelp` says what an empty field for the number means here. */
export function PrivateFields({
  birth,
  gender,
  ethnicity,
  partyJoinedOn,
  citizenId,
  numberHelp,
}: Fields<PrivateTyped> & { numberHelp: string }) {
  return (
    <FieldGrid>
      <Cell span={4}>
        <TextField {...birth} label="Ngày sinh" optional help="Chỉ biết tháng hoặc năm: 07/1990, 1990" />
      </Cell>
      <Cell span={4}>
        <SelectField {...gender} label="Giới tính" optional placeholder="Chưa ghi" options={GENDERS} />
      </Cell>
      <Cell span={4}>
        <TextField {...ethnicity} label="Dân tộc" optional />
      </Cell>
      <Cell span={4}>
        <DateField {...dayField(partyJoinedOn)} label="Ngày vào Đảng" optional />
      </Cell>
      <Cell span={8}>
        <TextField
          {...citizenId}
          label="Số định danh"
          optional
          help={numberHelp}
          inputMode="numeric"
          autoComplete="off"
        />
      </Cell>
    </FieldGrid>
  )
}
