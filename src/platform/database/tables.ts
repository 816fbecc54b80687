// Made by scripts/generate-tables.ts from db/migrations; change those and run «npm run generate».
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'

/** Read as whatever was stored; written as text (`JSON.stringify`), since the driver would take a list for an SQL array. */
export type Json = ColumnType<unknown, string, string>

export type AccountTable = {
  id: string
  person_id: string
  sign_in_name: string
  email: string | null
  disabled_at: Date | null
  created_at: Date
}

export type AccountScopeTable = {
  account_id: string
  wide: boolean
  bits: Buffer
  computed_for: PlainDate
}

export type CampaignTable = {
  id: string
  document_id: string
  unit_id: string
  unit_no: number
  door: 'issued' | 'draft'
  state: 'draft' | 'proposed' | 'returned' | 'agreed' | 'launched' | 'closed'
  title: string
  title_search: string
  theme: string | null
  starts_on: PlainDate | null
  ends_on: PlainDate | null
  receipt_due: PlainDate | null
  disseminate_due: PlainDate | null
  version: Generated<number>
  proposed_at: Date | null
  launched_at: Date | null
  launched_on: PlainDate | null
  launched_by_name: string | null
  published_at: Date | null
  closed_at: Date | null
  closed_on: PlainDate | null
  close_reason: string | null
  created_by: string | null
  created_by_name: string
  created_at: Date
  changed_at: Date
}

export type CampaignTaskUnitTable = {
  campaign_id: string
  fact_id: string
  unit_id: string
}

export type CampaignUnitTable = {
  campaign_id: string
  unit_id: string
  unit_no: number
}

export type ConsentTable = {
  id: string
  thing_kind: 'delegation' | 'campaign' | 'obligation' | 'submission'
  thing_id: string
  thing_version: number
  outcome: 'agreed' | 'returned'
  reason: string | null
  given_by_person: string
  given_by_name: string
  given_as: string
  given_on: PlainDate
  way: 'product' | 'paper'
  scan_file_id: string | null
  entered_by: string | null
  entered_by_name: string
  entered_at: Date
  voided_at: Date | null
  void_reason: string | null
}

export type DelegationTable = {
  id: string
  from_post_id: string
  from_person_id: string
  from_unit_no: number
  to_post_id: string
  to_person_id: string
  to_unit_no: number
  signs_as: 'KT.' | 'TL.' | 'TUQ.'
  valid_from: PlainDate
  valid_to: PlainDate
  until: PlainDate
  document_number: string | null
  document_day: PlainDate | null
  file_id: string | null
  reason: string
  way: 'product' | 'paper'
  ended_at: Date | null
  ended_by_name: string | null
  end_reason: string | null
  version: Generated<number>
  created_by: string | null
  created_by_name: string
  created_at: Date
}

export type DelegationGrantTable = {
  delegation_id: string
  grant_id: string
}

export type DocumentTable = {
  id: string
  unit_id: string
  unit_no: number
  kind: string | null
  number: string | null
  issued_on: PlainDate | null
  issuer: string | null
  subject: string | null
  signer_name: string | null
  signer_title: string | null
  text: string
  text_from: string
  is_public: Generated<boolean>
  created_by: string | null
  created_at: Date
}

export type DocumentFactTable = {
  id: string
  document_id: string
  kind: string
  order_no: number
  parent_id: string | null
  value: Json
  read_value: Json | null
  source_start: number | null
  source_end: number | null
  confidence: 'sure' | 'look'
  state: 'read' | 'confirmed' | 'corrected' | 'added' | 'removed'
  version: Generated<number>
  changed_by: string | null
  changed_at: Date | null
}

export type DocumentFileTable = {
  document_id: string
  file_id: string
  role: 'source' | 'signed'
  is_public: Generated<boolean>
  added_at: Date
}

export type DocumentUnitTable = {
  document_id: string
  unit_id: string
  unit_no: number
  sent_at: Date
}

export type FileTable = {
  id: string
  sha256: string
  size: number
  media_type: string
  name: string
  unit_no: number
  uploaded_by: string | null
  uploaded_at: Date
}

export type HandoverTable = {
  id: string
  from_person_id: string
  from_name: string
  from_post: string
  unit_no: number
  to_person_ids: string[]
  on_day: PlainDate
  reason: string
  made_by: string | null
  made_by_name: string
  made_at: Date
}

export type HandoverItemTable = {
  handover_id: string
  item_no: number
  kind: string
  thing_id: string
  title: string
  note: string | null
  due: PlainDate | null
  to_person_id: string
  to_name: string
  to_post: string
}

export type HeldGrantTable = {
  person_id: string | null
  post_id: string | null
  unit_id: string | null
  role: string | null
  held_from: PlainDate | null
  held_to: PlainDate | null
  delegation_id: string | null
}

export type InstallationTable = {
  only_row: Generated<boolean>
  root_unit_id: string
  demo: Generated<boolean>
  clock_offset_ms: Generated<number>
  set_up_at: Date
}

export type LookingAfterTable = {
  id: string
  unit_id: string
  unit_no: number
  post_id: string
  person_id: string
  valid_from: PlainDate
  valid_to: PlainDate | null
  created_by_name: string
  created_at: Date
}

export type ObligationTable = {
  id: string
  kind: 'confirm-receipt' | 'disseminate'
  thing_kind: string
  thing_id: string
  unit_id: string
  unit_no: number
  owed_to_unit_id: string
  title: string
  words: string | null
  due_day: PlainDate
  due_relation: 'before' | 'by'
  last_day: PlainDate
  state: 'open' | 'done' | 'exempt'
  done_on: PlainDate | null
  done_way: 'product' | 'paper' | null
  done_by_name: string | null
  exempt_reason: string | null
  scan_file_id: string | null
  assigned_person_id: string | null
  assigned_name: string | null
  version: Generated<number>
  created_at: Date
}

export type OutboxMailTable = {
  id: string
  to_address: string
  to_name: string
  subject: string
  body: string
  reminder_id: string | null
  created_at: Date
}

export type PersonTable = {
  id: string
  full_name: string
  given_name: string
  name_search: string
  email: string | null
  unit_no: number
  other_unit_nos: number[] | null
  created_at: Date
}

export type PostTable = {
  id: string
  person_id: string
  unit_id: string
  unit_no: number
  title: string
  valid_from: PlainDate
  valid_to: PlainDate | null
  created_at: Date
}

export type PostGrantTable = {
  id: string
  post_id: string
  role: 'administrator' | 'standing-office' | 'authority' | 'head' | 'officer' | 'staff' | 'auditor'
  unit_id: string
  valid_from: PlainDate
  valid_to: PlainDate | null
  created_at: Date
  version: Generated<number>
}

export type RecordTable = {
  id: string
  entry_no: GeneratedAlways<number>
  at: Date
  on_day: PlainDate
  actor_kind: 'person' | 'job' | 'public' | 'set-up' | 'script'
  account_id: string | null
  person_id: string | null
  actor_name: string
  actor_capacity: string | null
  action: string
  thing_kind: string
  thing_id: string | null
  thing_name: string
  unit_id: string | null
  on_behalf_of: string | null
  detail: Json
}

export type ReminderTable = {
  id: string
  obligation_id: string
  sent_at: Date
  sent_on: PlainDate
  sent_by: string | null
  sent_by_name: string
  to_names: string[]
  message: string
}

export type SpecialDayTable = {
  day: PlainDate
  kind: 'off' | 'working'
  name: string
  basis: string | null
}

export type StepRuleTable = {
  unit_id: string
  step: string
  rule: 'forbidden' | 'allowed'
  basis: string | null
  version: Generated<number>
  set_by_name: string
  set_at: Date
}

export type SubmissionTable = {
  id: string
  kind: string
  obligation_id: string
  unit_id: string
  unit_no: number
  state: 'draft' | 'for-signature' | 'submitted' | 'returned' | 'accepted'
  content: Json
  file_ids: Generated<string[]>
  version: Generated<number>
  sent_count: Generated<number>
  prepared_by_name: string
  prepared_at: Date
  submitted_at: Date | null
  opened_at: Date | null
  opened_by_name: string | null
  decided_at: Date | null
  decided_by_name: string | null
  return_reason: string | null
  receipt_hash: string | null
  created_at: Date
}

export type SubmissionVersionTable = {
  submission_id: string
  sent_no: number
  content: Json
  files: Json
  submitted_at: Date
  receipt_hash: string
  consent_id: string
  outcome: 'accepted' | 'returned' | 'withdrawn' | null
  outcome_reason: string | null
  outcome_at: Date | null
  outcome_by_name: string | null
}

export type UnitTable = {
  id: string
  unit_no: GeneratedAlways<number>
  name: string
  short_name: string | null
  name_search: string
  parent_id: string | null
  order_no: Generated<number>
  valid_from: PlainDate
  valid_to: PlainDate | null
  created_at: Date
}

/** The schema `app`, as the unit of work sees it. */
export type Database = {
  account: AccountTable
  account_scope: AccountScopeTable
  campaign: CampaignTable
  campaign_task_unit: CampaignTaskUnitTable
  campaign_unit: CampaignUnitTable
  consent: ConsentTable
  delegation: DelegationTable
  delegation_grant: DelegationGrantTable
  document: DocumentTable
  document_fact: DocumentFactTable
  document_file: DocumentFileTable
  document_unit: DocumentUnitTable
  file: FileTable
  handover: HandoverTable
  handover_item: HandoverItemTable
  held_grant: HeldGrantTable
  installation: InstallationTable
  looking_after: LookingAfterTable
  obligation: ObligationTable
  outbox_mail: OutboxMailTable
  person: PersonTable
  post: PostTable
  post_grant: PostGrantTable
  record: RecordTable
  reminder: ReminderTable
  special_day: SpecialDayTable
  step_rule: StepRuleTable
  submission: SubmissionTable
  submission_version: SubmissionVersionTable
  unit: UnitTable
}
