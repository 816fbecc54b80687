/** The plan a document becomes: what `thidua read` prints. `null` where the document does not say. */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the text; `--MM-DD` or `--MM` for a day of every year. */
export type PaperDate = string

export type Citation = {
  type: string
  number: string | null
  date: PaperDate | null
  issuer: string | null
  title?: string | null
}

export type Commemoration = { name: string; years: number | null; date: PaperDate | null; origin?: PaperDate | null }

export type Phase = {
  name: string
  start: PaperDate | null
  end: PaperDate | null
  reviewDeadline: PaperDate | null
  commemorations: Commemoration[]
}

export type TargetSubject = 'collective' | 'individual' | 'unit'
export type Comparator = '>=' | '=' | '<=' | 'rank<='

export type Target = {
  subject: TargetSubject
  text: string
  comparator: Comparator | null
  value: number | null
  max?: number | null
  /** `%`, `count`, `rank`, or the measure as printed («tỷ đồng»). */
  unit: string | null
  of: string | null
  award: string | null
}

export type Task = { assignee: string | null; text: string; deadline: PaperDate | null }
export type PlanDeadline = { what: string; date: PaperDate | null; recipient: string | null }
export type Signer = { title: string | null; name: string | null }

export type Plan = {
  docType: string | null
  number: string | null
  issuer: string | null
  place: string | null
  date: PaperDate | null
  subject: string | null
  legalBases: Citation[]
  theme: string | null
  movements: string[]
  phases: Phase[]
  commemorations: Commemoration[]
  targets: Target[]
  tasks: Task[]
  deadlines: PlanDeadline[]
  recipients: string[]
  signer: Signer | Signer[] | null
}
