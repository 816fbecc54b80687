/** The design system's one door. What each part takes stands in README.md, every state of it in its `examples.tsx`. */
export { ActButton, ActLink, type ShownAct } from './button/act-button.tsx'
export { Acts, Button, type ButtonKind, ButtonLink, type ButtonLinkProps, type ButtonProps } from './button/button.tsx'
export { type ChipItem, Chips } from './chips/chips.tsx'
export { type DayItem, DayList } from './day-list/day-list.tsx'
export { ConfirmDialog, type ConfirmDialogProps } from './dialog/confirm-dialog.tsx'
export { Dialog, type DialogProps } from './dialog/dialog.tsx'
export { Avatar, EntryPage, EntryPeople, type EntryPerson } from './entry/entry.tsx'
export { ExportButton, type ExportButtonProps, type Exported } from './export-button/export-button.tsx'
export { CheckboxField, type CheckboxFieldProps, RadioGroup, type RadioGroupProps } from './field/choice-fields.tsx'
export { DateField, type DateFieldProps, notADay } from './field/date-field.tsx'
export { ErrorSummary, type FieldProblem, goToField } from './field/error-summary.tsx'
export { Field, type FieldCommon, FieldSaid, type FieldTies, SourceLink } from './field/field.tsx'
export { FileField, type FileFieldProps, type FileItem, FileList } from './field/file-field.tsx'
export { PasswordField, type PasswordFieldProps } from './field/password-field.tsx'
export { type Option, SelectField, type SelectFieldProps } from './field/select-field.tsx'
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './field/text-field.tsx'
export { Form } from './form/form.tsx'
export { History, type HistoryEntry } from './history/history.tsx'
export { Glyph, type IconChoice, type IconComponent } from './icon/glyph.tsx'
export type { IconName } from './icon/icons.ts'
export {
  Cell,
  Definitions,
  FieldGrid,
  type Pair,
  Prose,
  ScrollRegion,
  SideGroup,
  type SplitSide,
  SplitView,
  Stack,
  StickyFoot,
  TwoColumns,
} from './layout/layout.tsx'
export type { AddressChanges } from './link/changed-search.ts'
export { Link, type LinkProps } from './link/link.tsx'
export {
  type Navigation,
  NavigationProvider,
  useAddressParams,
  useNavigation,
} from './link/navigation.tsx'
export { BulkBar, type BulkBarProps } from './list-table/bulk-bar.tsx'
export { type Column, DataTable, type DataTableProps, type Sort, TwoLines } from './list-table/data-table.tsx'
export { type ListAddress, type ListState, PAGE_SIZES, useListAddress } from './list-table/list-address.ts'
export type { ListFilter } from './list-table/list-filter.ts'
export { useTypedSearch } from './list-table/list-filters.tsx'
export { ListTable, type ListTableProps } from './list-table/list-table.tsx'
export { Pager } from './list-table/pager.tsx'
export { type MonthBar, MonthBars, type MonthBarsProps } from './month-bars/month-bars.tsx'
export { Note, type NoteProps } from './note/note.tsx'
export { type Notice, useNotices } from './notices/notices.tsx'
export { type Crumb, PageHeader, type PageHeaderProps } from './page-header/page-header.tsx'
export { Panel, PanelBody, type PanelProps } from './panel/panel.tsx'
export type { PaperMark } from './paper/mark-segments.ts'
export { MarkedPaper, type MarkedPaperProps, markElementId, Paper, showMark } from './paper/paper.tsx'
export { LongJob, type LongJobProps, ProgressBar } from './progress/progress.tsx'
export { SaveState, type SaveStateValue } from './save-state/save-state.tsx'
export {
  AppShell,
  type AppShellProps,
  type NavGroup,
  type NavItem,
  type PersonMenuItem,
  SampleMark,
  type ShellPerson,
} from './shell/app-shell.tsx'
export { Brand } from './shell/brand.tsx'
export { Answer, type AnswerProps } from './states/answer.tsx'
export { Empty, ErrorState, Loading, type Problem } from './states/states.tsx'
export {
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
  StatusMatrix,
  type StatusMatrixProps,
} from './status-matrix/status-matrix.tsx'
export { type Status, StatusWord } from './status-word/status-word.tsx'
export { doneStatus, dueStatus, type PlainStatus, STATUS, waitingStatus } from './status-word/status-words.ts'
export { type Tab, Tabs } from './tabs/tabs.tsx'
export { keepFocusNear } from './theme/next-focus.ts'
export type { Tone } from './theme/theme.ts'
export { UiProvider } from './theme/ui-provider.tsx'
export { useNarrow } from './theme/use-narrow.ts'
export { VisuallyHidden } from './theme/visually-hidden.tsx'
export { Tree, type TreeItem } from './tree/tree.tsx'
export { choosable, type TreeNode } from './tree/tree-choice.ts'
export { TreeSelect, type TreeSelectProps } from './tree/tree-select.tsx'
export { Ladder, type LadderProps, LateRow, WorkList, WorkRow, type WorkRowProps } from './work-row/work-row.tsx'
export { type AxisMark, type AxisPeriod, YearAxis, type YearAxisProps } from './year-axis/year-axis.tsx'
