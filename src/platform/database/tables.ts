// Made by scripts/generate-tables.ts from db/migrations; change those and run «npm run generate».
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'

/** Read as whatever was stored; written as text (`JSON.stringify`), since the driver would take a list for an SQL array. */
export type Json = ColumnType<unknown, string, string>

export type AbsenceTable = {
  id: string
  person_id: string
  kind: 'leave' | 'unpaid' | 'sick' | 'maternity' | 'injury' | 'training' | 'other'
  valid_from: PlainDate
  valid_to: PlainDate | null
  basis: string | null
  note: string | null
  version: Generated<number>
  created_at: Date
}

export type AccountTable = {
  id: string
  person_id: string
  sign_in_name: string
  email: string | null
  disabled_at: Date | null
  created_at: Date
  activated_at: Date | null
  second_factor_at: Date | null
}

export type AccountNoticeTable = {
  id: string
  account_id: string
  kind: 'password-by-code' | 'password-by-mail' | 'second-factor-removed' | 'new-device' | 'sessions-ended'
  detail: Json
  session_id: string | null
  at: Date
  seen_at: Date | null
}

export type AccountScopeTable = {
  account_id: string
  wide: boolean
  bits: Buffer
  computed_for: PlainDate
}

export type AssignmentTable = {
  id: string
  unit_id: string
  unit_no: number
  title: string
  title_search: string
  words: string | null
  basis_kind: string | null
  basis_number: string | null
  basis_issued_on: PlainDate | null
  basis_issuer: string | null
  basis_file_id: string | null
  made_by: string | null
  made_by_name: string
  made_at: Date
  closed_on: PlainDate | null
  close_reason: string | null
  version: Generated<number>
  due_day: PlainDate
  due_relation: 'before' | 'by'
  recurrence: 'once' | 'monthly' | 'quarterly'
  until_day: PlainDate | null
  day_rule: 'as-written' | 'next-working-day' | 'previous-working-day'
  needs_proof: boolean
}

export type AwardTable = {
  id: string
  recipient_kind: 'person' | 'unit'
  person_id: string | null
  recipient_unit_id: string | null
  recipient_name: string
  recipient_unit_name: Generated<string>
  recipient_search: string
  award_code: string
  award_name: string
  method: 'cong-trang' | 'phong-trao' | 'dot-xuat' | 'cong-hien' | 'nien-han' | 'doi-ngoai' | null
  period_id: string | null
  achieved_from: PlainDate | null
  achieved_to: PlainDate | null
  achievement: Generated<string>
  decision_number: string | null
  decision_on: PlainDate | null
  decision_year: number | null
  issuer: string | null
  signer: string | null
  source: 'typed' | 'import' | 'document'
  import_id: string | null
  document_id: string | null
  file_id: string | null
  keeper_unit_id: string
  keeper_unit_no: number
  version: Generated<number>
  entered_by: string | null
  entered_by_name: string
  entered_at: Date
  voided_at: Date | null
  void_reason: string | null
}

export type AwardPeriodTable = {
  id: string
  code: string
  kind: 'calendar-year' | 'school-year'
  starts_on: PlainDate
  ends_on: PlainDate
  created_at: Date
}

export type AwardRecipientTable = {
  award_id: string
  keeper_unit_no: number
  birth_on: PlainDate | null
  birth_precision: 'day' | 'month' | 'year' | null
  recipient_key: string
}

export type BackupTable = {
  id: string
  way: 'scheduled' | 'by-hand' | 'command' | 'export'
  state: 'running' | 'good' | 'failed'
  started_at: Date
  ended_at: Date | null
  path: string
  size: number | null
  encrypted: boolean
  row_count: number | null
  file_count: number | null
  missing_files: number | null
  error: string | null
  asked_by: string | null
  removed_at: Date | null
}

export type BulkActTable = {
  id: string
  unit_id: string
  unit_no: number
  kind: 'exempt' | 'assign' | 'prolong' | 'give'
  words: string
  done_by: string | null
  done_by_name: string
  done_at: Date
  items: Json
  undone_at: Date | null
  undone_by_name: string | null
  undone_count: number | null
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
  proposed_by: string | null
  in_charge: string | null
  in_charge_name: string | null
  paused_on: PlainDate | null
  pause_reason: string | null
}

export type CampaignChangeTable = {
  id: string
  campaign_id: string
  kind: 'prolonged' | 'paused' | 'resumed' | 'closed'
  on_day: PlainDate
  reason: string
  document_number: string | null
  document_issued_on: PlainDate | null
  document_issuer: string | null
  document_file_id: string | null
  detail: Generated<Json>
  by_name: string
  at: Date
}

export type CampaignTaskTable = {
  campaign_id: string
  fact_id: string
  becomes: 'task' | 'report' | 'none'
  due_day: PlainDate | null
  due_relation: 'before' | 'by' | null
  recurrence: Generated<'once' | 'per-period' | 'monthly' | 'quarterly'>
  day_rule: Generated<'as-written' | 'next-working-day' | 'previous-working-day'>
  needs_proof: Generated<boolean>
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

export type ClusterTable = {
  id: string
  kind: 'cum' | 'khoi'
  name: string
  level: 'tinh' | 'huyen' | 'xa' | 'co-so'
  unit_id: string
  valid_from: PlainDate
  valid_to: PlainDate | null
  basis: string | null
  version: Generated<number>
  created_at: Date
}

export type ClusterHeadTable = {
  cluster_id: string
  year: number
  head_unit_id: string
  vice_unit_id: string | null
  basis: string | null
}

export type ClusterMemberTable = {
  id: string
  cluster_id: string
  unit_id: string
  valid_from: PlainDate
  valid_to: PlainDate | null
  also_elsewhere: string | null
}

export type ConsentTable = {
  id: string
  thing_kind: 'delegation' | 'campaign' | 'obligation' | 'submission' | 'rating-list'
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

export type CorrectionRequestTable = {
  id: string
  person_id: string
  field:
    | 'name'
    | 'birth'
    | 'gender'
    | 'ethnicity'
    | 'party-joined-on'
    | 'staff-code'
    | 'citizen-id'
    | 'email'
    | 'recruited-on'
    | 'post'
    | 'absence'
    | 'other'
  wanted_sealed: Buffer
  before_sealed: Buffer | null
  reason: string
  file_ids: Generated<string[]>
  state: 'open' | 'accepted' | 'refused' | 'withdrawn'
  made_at: Date
  decided_at: Date | null
  decided_by: string | null
  decided_by_name: string | null
  answer: string | null
}

export type DelegationTable = {
  id: string
  from_post_id: string
  from_person_id: string
  from_unit_no: number
  to_post_id: string
  to_person_id: string
  to_unit_no: number
  from_name: string
  from_post: string
  to_name: string
  to_post: string
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

export type DisciplineTable = {
  id: string
  person_id: string
  unit_id: string
  unit_no: number
  kind:
    | 'khien-trach'
    | 'canh-cao'
    | 'ha-bac-luong'
    | 'keo-dai-nang-luong'
    | 'giang-chuc'
    | 'cach-chuc'
    | 'buoc-thoi-viec'
    | 'khai-tru'
    | 'khac'
  side: 'state' | 'party'
  starts_on: PlainDate
  ends_on: PlainDate | null
  decision_number: string
  decision_on: PlainDate
  issuer: string
  reason: string
  version: Generated<number>
  entered_by: string | null
  entered_by_name: string
  entered_at: Date
  voided_at: Date | null
  void_reason: string | null
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

export type ExampleNoteTable = {
  id: string
  unit_id: string
  unit_no: number
  campaign_id: string | null
  obligation_id: string | null
  kind: 'person' | 'collective' | 'model' | 'practice'
  title: string
  title_search: string
  who: Generated<string>
  story: Generated<string>
  file_ids: Generated<string[]>
  noted_by_person: string | null
  noted_by_name: string
  noted_at: Date
  version: Generated<number>
  withdrawn_at: Date | null
  withdraw_reason: string | null
}

export type ExtensionRequestTable = {
  id: string
  obligation_id: string
  unit_no: number
  wanted_day: PlainDate
  reason: string
  file_ids: Generated<string[]>
  asked_by_person: string | null
  asked_by_name: string
  asked_at: Date
  state: 'open' | 'granted' | 'refused' | 'withdrawn'
  granted_day: PlainDate | null
  answer: string | null
  decided_by_name: string | null
  decided_at: Date | null
  paper_on: PlainDate | null
  paper_scan_id: string | null
  entered_by_name: string | null
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
  personal_of: string | null
  for_import: Generated<boolean>
}

export type FileShownTable = {
  file_id: string
  unit_no: number
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

export type HolidayYearTable = {
  year: number
  announcement: string
  announced_on: PlainDate | null
  confirmed_by_name: string
  confirmed_at: Date
  version: Generated<number>
}

export type ImportTable = {
  id: string
  kind: string
  unit_id: string
  unit_no: number
  file_id: string
  file_name: string
  options: Json
  state: 'reading' | 'ready' | 'applying' | 'applied' | 'undoing' | 'undone' | 'cancelled' | 'failed'
  progress: Generated<number>
  columns: Json
  unknown_heads: Json
  counts: Json
  differs: Generated<number>
  problem: Json | null
  created_by: string
  created_by_name: string
  created_at: Date
  ordered_by: string | null
  ordered_by_name: string | null
  ordered_capacity: string | null
  ordered_at: Date | null
  compared_at: Date | null
  applied_at: Date | null
  undone_by: string | null
  undone_by_name: string | null
  undone_at: Date | null
  left_rows: Generated<number>
  version: Generated<number>
}

export type ImportDecisionTable = {
  kind: string
  fingerprint: string
  thing_id: string
  same: boolean
  decided_by: string
  decided_at: Date
}

export type ImportEffectTable = {
  import_id: string
  thing_id: string
  thing_kind: string
  row_no: number
  act: 'created' | 'changed'
  version: number
  before: Json | null
  state: Generated<'done' | 'undone' | 'left'>
  reason: string | null
}

export type ImportRowTable = {
  import_id: string
  row_no: number
  unit_no: number
  name: string
  outcome: 'new' | 'changed' | 'same' | 'doubtful' | 'wrong' | 'skipped'
  staged: Json
  problems: Json
  changes: Json
  candidates: Json
  fingerprint: string | null
  thing_id: string | null
  decision: 'same' | 'new' | 'skip' | 'overwrite' | null
  decision_thing: string | null
  differs: Generated<boolean>
}

export type InstallationTable = {
  only_row: Generated<boolean>
  root_unit_id: string
  demo: Generated<boolean>
  clock_offset_ms: Generated<number>
  set_up_at: Date
}

export type KeyMarkTable = {
  kind: 'encryption' | 'digest' | 'session'
  key_id: string
  mark: string
  seen_at: Generated<Date>
}

export type LadderTable = {
  unit_id: string
  unit_no: number
  kind: 'confirm-receipt' | 'disseminate' | 'task' | 'report'
  steps: Json
  version: Generated<number>
  changed_by_name: string
  changed_at: Date
}

export type LadderRunTable = {
  on_day: PlainDate
  at: Date
  reminded: number
  people: number
  mails: number
  unreached: number
  letters: number
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
  kind: 'confirm-receipt' | 'disseminate' | 'task' | 'report'
  thing_kind: 'campaign' | 'assignment'
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
  source_key: Generated<string>
  task_fact_id: string | null
  occurrence: string | null
  occurrence_from: PlainDate | null
  occurrence_to: PlainDate | null
  needs_proof: Generated<boolean>
  first_last_day: PlainDate
  prolonged_because: string | null
  accepted_on: PlainDate | null
  accepted_by_name: string | null
  given_by_name: string | null
  title_search: string
  completes_id: string | null
  asked_lines: string[] | null
}

export type ObligationShareTable = {
  id: string
  obligation_id: string
  unit_no: number
  person_id: string
  person_name: string
  post_title: string
  part: string
  due_on: PlainDate | null
  done_on: PlainDate | null
  done_note: string | null
  file_ids: Generated<string[]>
  given_by_name: string
  given_at: Date
  taken_back_at: Date | null
  version: Generated<number>
}

export type OutageTable = {
  id: string
  from_day: PlainDate
  to_day: PlainDate | null
  reason: string
  document_words: string | null
  declared_by_name: string
  declared_at: Date
  ended_by_name: string | null
  ended_at: Date | null
  lengthened: number | null
  taken_back_at: Date | null
  taken_back_by_name: string | null
  taken_back_reason: string | null
}

export type OutageEffectTable = {
  outage_id: string
  obligation_id: string
  unit_no: number
  was: PlainDate
  became: PlainDate
  was_because: string | null
  version: number
}

export type OutboxMailTable = {
  id: string
  to_address: string
  to_name: string
  subject: string
  body: string
  reminder_id: string | null
  created_at: Date
  state: Generated<'waiting' | 'sending' | 'sent' | 'failed' | 'stale'>
  attempts: Generated<number>
  next_try_at: Date | null
  taken_until: Date | null
  last_error: string | null
  sent_at: Date | null
  link_path: string | null
  sealed_link_path: Buffer | null
  secret: Generated<boolean>
  not_before: Date | null
  maybe_twice: Generated<boolean>
}

export type PendingReviewTable = {
  id: string
  person_id: string | null
  reviewed_unit_id: string | null
  unit_id: string
  unit_no: number
  kind: 'discipline' | 'inspection' | 'investigation' | 'complaint' | 'denunciation' | 'press' | 'other'
  starts_on: PlainDate
  document_number: string | null
  document_on: PlainDate | null
  issuer: string | null
  note: Generated<string>
  cleared_on: PlainDate | null
  cleared_number: string | null
  cleared_document_on: PlainDate | null
  cleared_issuer: string | null
  outcome: string | null
  version: Generated<number>
  entered_by: string | null
  entered_by_name: string
  entered_at: Date
  voided_at: Date | null
  void_reason: string | null
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
  birth_on: PlainDate | null
  birth_precision: 'day' | 'month' | 'year' | null
  gender: 'male' | 'female' | null
  ethnicity: string | null
  party_joined_on: PlainDate | null
  staff_code: string | null
  staff_code_key: string | null
  citizen_id_sealed: Buffer | null
  citizen_id_digest: string | null
  recruited_on: PlainDate | null
  merged_into: string | null
  version: Generated<number>
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
  kind: Generated<'regular' | 'concurrent' | 'secondment'>
  leader_level: 'head' | 'deputy' | null
  recipient_class:
    | 'ministry-province-leader'
    | 'department-leader'
    | 'business'
    | 'division-leader'
    | 'direct-worker'
    | 'other'
    | null
  direct_worker: Generated<boolean>
  party_managed: Generated<boolean>
  basis: string | null
  version: Generated<number>
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

export type RatingTable = {
  id: string
  person_id: string | null
  rated_unit_id: string | null
  period_id: string
  unit_id: string
  unit_no: number
  subject_name: string
  level: 'htxsnv' | 'httnv' | 'htnv' | 'khtnv' | null
  not_rated:
    | 'training'
    | 'maternity'
    | 'newly-recruited'
    | 'treatment'
    | 'long-leave'
    | 'rated-elsewhere'
    | 'other'
    | null
  note: Generated<string>
  post_title: Generated<string>
  source: 'list' | 'import'
  list_id: string | null
  consent_id: string | null
  import_id: string | null
  source_words: string | null
  recorded_by_name: string
  recorded_at: Date
  replaced_at: Date | null
  replace_reason: string | null
}

export type RatingEntryTable = {
  list_id: string
  unit_no: number
  person_id: string | null
  rated_unit_id: string | null
  subject_id: GeneratedAlways<string>
  subject_name: string
  level: 'htxsnv' | 'httnv' | 'htnv' | 'khtnv' | null
  not_rated:
    | 'training'
    | 'maternity'
    | 'newly-recruited'
    | 'treatment'
    | 'long-leave'
    | 'rated-elsewhere'
    | 'other'
    | null
  note: Generated<string>
  version: Generated<number>
  changed_by_name: string
  changed_at: Date
}

export type RatingListTable = {
  id: string
  unit_id: string
  unit_no: number
  period_id: string
  state: 'draft' | 'proposed' | 'returned' | 'confirmed'
  correction_reason: string | null
  return_reason: string | null
  version: Generated<number>
  confirmed_count: Generated<number>
  prepared_by_name: string
  prepared_at: Date
  proposed_at: Date | null
  decided_at: Date | null
  decided_by_name: string | null
  created_at: Date
  prepared_by: string | null
}

export type RecipientMatchTable = {
  recipient_key: string
  person_id: string | null
  recipient_unit_id: string | null
  candidate_id: GeneratedAlways<string>
  keeper_unit_no: number
  verdict: 'same' | 'different'
  decided_by_name: string
  decided_at: Date
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
  request_id: string | null
  changes: Json | null
  search: string | null
}

export type RecordHeadTable = {
  day: PlainDate
  seal_no: number
  hash: Buffer
  made_at: Date
}

export type RecordHeadReaderTable = {
  email: string
  added_at: Date
  added_by_name: string
}

export type RecordSealTable = {
  seal_no: number
  record_id: string
  hash: Buffer
  sealed_at: Date
}

export type RecordToSealTable = {
  record_id: string
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
  step: string | null
  for_last_day: PlainDate | null
  stage: Generated<'unit' | 'unit-after' | 'head' | 'superior' | 'letter'>
  to_person_ids: Generated<string[]>
  urging_letter_id: string | null
}

export type ReportAssemblyTable = {
  form_id: string
  unit_id: string
  unit_no: number
  line_key: string
  text: string
  version: Generated<number>
  changed_by_name: string
  changed_at: Date
  sources: Json
}

export type ReportContributionTable = {
  id: string
  obligation_id: string
  unit_no: number
  line_key: string
  person_id: string
  person_name: string
  value: Json
  note: Generated<string>
  file_ids: Generated<string[]>
  state: 'offered' | 'taken' | 'declined' | 'withdrawn'
  made_at: Date
  answer: string | null
  decided_by_name: string | null
  decided_at: Date | null
  version: Generated<number>
}

export type ReportFigureTable = {
  form_id: string
  submission_id: string
  line_key: string
  unit_no: number
  amount: string
  base: string | null
}

export type ReportFormTable = {
  id: string
  unit_id: string
  unit_no: number
  campaign_id: string | null
  title: string
  title_search: string
  period_name: string
  period_from: PlainDate
  period_to: PlainDate
  previous_form_id: string | null
  last_year_form_id: string | null
  due_day: PlainDate | null
  due_relation: 'before' | 'by' | null
  state: 'draft' | 'published' | 'closed'
  definition: Json
  version_no: Generated<number>
  version: Generated<number>
  grace_until: PlainDate | null
  grace_reason: string | null
  made_by: string | null
  made_by_name: string
  made_at: Date
  changed_at: Date
  published_at: Date | null
  closed_on: PlainDate | null
  close_reason: string | null
  takes_task: Generated<boolean>
  takes_fact_id: string | null
  takes_occurrence: string | null
}

export type ReportFormUnitTable = {
  form_id: string
  unit_id: string
  unit_no: number
}

export type ReportFormVersionTable = {
  form_id: string
  version_no: number
  definition: Json
  change_note: string | null
  must_add: Generated<string[]>
  published_by_name: string
  published_at: Date
}

export type ReportLineTable = {
  submission_id: string
  line_key: string
  value: Json
  file_ids: Generated<string[]>
  version: Generated<number>
  changed_by_name: string
  changed_at: Date
}

export type SecondFactorRuleTable = {
  role: string
  set_at: Date
  set_by_name: string
}

export type SpecialDayTable = {
  day: PlainDate
  kind: 'off' | 'working'
  name: string
  basis: string | null
  unscheduled: Generated<boolean>
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
  kind: 'dissemination' | 'completion' | 'report'
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
  prepared_by: string | null
  form_version: number | null
  set_aside: Json | null
}

export type SubmissionLineTable = {
  submission_id: string
  sent_no: number
  line_key: string
  outcome: 'accepted' | 'returned'
  reason: string | null
  by_name: string
  at: Date
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
  form_version: number | null
  unit_id: string
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
  symbol: string | null
  kind: Generated<
    | 'province'
    | 'district'
    | 'commune'
    | 'department'
    | 'public-service'
    | 'enterprise'
    | 'school'
    | 'division'
    | 'team'
    | 'party-organisation'
    | 'trade-union'
    | 'youth-union'
    | 'women-union'
    | 'veterans'
    | 'front'
    | 'other'
  >
  level: 'tinh' | 'huyen' | 'xa' | 'co-so' | null
  legal_person: Generated<boolean>
  beside: Generated<boolean>
  area_marks: Generated<string[]>
}

export type UnitEventTable = {
  id: string
  kind: 'created' | 'renamed' | 'moved' | 'changed' | 'merged' | 'split' | 'dissolved'
  on_day: PlainDate
  document_kind: string | null
  document_number: string | null
  document_issued_on: PlainDate | null
  document_issuer: string | null
  document_title: string | null
  note: string | null
  input: Json
  entered_by: string | null
  entered_by_name: string
  entered_at: Date
  applied_at: Date | null
  taken_back_at: Date | null
  taken_back_by_name: string | null
  taken_back_reason: string | null
}

export type UnitEventEffectTable = {
  event_id: string
  step: number
  kind:
    | 'post-ended'
    | 'post-begun'
    | 'grant-ended'
    | 'grant-begun'
    | 'obligation-moved'
    | 'obligation-made'
    | 'obligation-exempted'
    | 'owed-to-moved'
    | 'kept-moved'
    | 'campaign-moved'
    | 'recipient-moved'
    | 'looking-after-ended'
    | 'looking-after-begun'
  thing_id: string
  before: Json
  after: Json
}

export type UnitEventUnitTable = {
  event_id: string
  unit_id: string
  role: 'subject' | 'before' | 'after' | 'along'
}

export type UnitVersionTable = {
  unit_id: string
  valid_from: PlainDate
  valid_to: PlainDate | null
  name: string
  short_name: string | null
  name_search: string
  symbol: string | null
  kind: string
  level: string | null
  legal_person: boolean
  beside: boolean
  area_marks: string[]
  parent_id: string | null
  order_no: number
  begun_by: string
  ended_by: string | null
}

export type UrgingDigestTable = {
  id: string
  person_id: string
  unit_no: number
  on_day: PlainDate
  reminder_ids: string[]
  mail_id: string | null
  made_at: Date
  seen_at: Date | null
}

export type UrgingLetterTable = {
  id: string
  unit_id: string
  unit_no: number
  state: 'draft' | 'issued' | 'discarded'
  subject: string
  content: Json
  number: string | null
  issued_on: PlainDate | null
  signer_name: string | null
  signer_title: string | null
  signed_file_id: string | null
  version: Generated<number>
  made_by_name: string
  made_at: Date
  changed_at: Date
  thing_kind: 'campaign' | 'assignment' | null
  thing_id: string | null
  discard_reason: string | null
}

export type UrgingLetterObligationTable = {
  letter_id: string
  obligation_id: string
  for_last_day: PlainDate
  unit_no: number
  live: Generated<boolean>
}

/** The schema `app`, as the unit of work sees it. */
export type Database = {
  absence: AbsenceTable
  account: AccountTable
  account_notice: AccountNoticeTable
  account_scope: AccountScopeTable
  assignment: AssignmentTable
  award: AwardTable
  award_period: AwardPeriodTable
  award_recipient: AwardRecipientTable
  backup: BackupTable
  bulk_act: BulkActTable
  campaign: CampaignTable
  campaign_change: CampaignChangeTable
  campaign_task: CampaignTaskTable
  campaign_task_unit: CampaignTaskUnitTable
  campaign_unit: CampaignUnitTable
  cluster: ClusterTable
  cluster_head: ClusterHeadTable
  cluster_member: ClusterMemberTable
  consent: ConsentTable
  correction_request: CorrectionRequestTable
  delegation: DelegationTable
  delegation_grant: DelegationGrantTable
  discipline: DisciplineTable
  document: DocumentTable
  document_fact: DocumentFactTable
  document_file: DocumentFileTable
  document_unit: DocumentUnitTable
  example_note: ExampleNoteTable
  extension_request: ExtensionRequestTable
  file: FileTable
  file_shown: FileShownTable
  handover: HandoverTable
  handover_item: HandoverItemTable
  held_grant: HeldGrantTable
  holiday_year: HolidayYearTable
  import: ImportTable
  import_decision: ImportDecisionTable
  import_effect: ImportEffectTable
  import_row: ImportRowTable
  installation: InstallationTable
  key_mark: KeyMarkTable
  ladder: LadderTable
  ladder_run: LadderRunTable
  looking_after: LookingAfterTable
  obligation: ObligationTable
  obligation_share: ObligationShareTable
  outage: OutageTable
  outage_effect: OutageEffectTable
  outbox_mail: OutboxMailTable
  pending_review: PendingReviewTable
  person: PersonTable
  post: PostTable
  post_grant: PostGrantTable
  rating: RatingTable
  rating_entry: RatingEntryTable
  rating_list: RatingListTable
  recipient_match: RecipientMatchTable
  record: RecordTable
  record_head: RecordHeadTable
  record_head_reader: RecordHeadReaderTable
  record_seal: RecordSealTable
  record_to_seal: RecordToSealTable
  reminder: ReminderTable
  report_assembly: ReportAssemblyTable
  report_contribution: ReportContributionTable
  report_figure: ReportFigureTable
  report_form: ReportFormTable
  report_form_unit: ReportFormUnitTable
  report_form_version: ReportFormVersionTable
  report_line: ReportLineTable
  second_factor_rule: SecondFactorRuleTable
  special_day: SpecialDayTable
  step_rule: StepRuleTable
  submission: SubmissionTable
  submission_line: SubmissionLineTable
  submission_version: SubmissionVersionTable
  unit: UnitTable
  unit_event: UnitEventTable
  unit_event_effect: UnitEventEffectTable
  unit_event_unit: UnitEventUnitTable
  unit_version: UnitVersionTable
  urging_digest: UrgingDigestTable
  urging_letter: UrgingLetterTable
  urging_letter_obligation: UrgingLetterObligationTable
}
