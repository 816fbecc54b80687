/** A column whose values are sealed with a key, and what is needed to open one and seal it anew. */
export type SealedColumn = {
  readonly table: string
  readonly key: string
  readonly sealed: string
  readonly purpose: string
  /** The column with the keyed digest of the same value, where it can be searched for. */
  readonly digest?: { readonly column: string; readonly purpose: string }
  /** What is in it, for the sentence that says what cannot be opened. */
  readonly words: string
}

/** Every sealed column of the house; a test compares it with the database. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'person',
    key: 'id',
    sealed: 'citizen_id_sealed',
    purpose: 'person.citizen-id',
    digest: { column: 'citizen_id_digest', purpose: 'person.citizen-id' },
    words: 'số định danh cá nhân',
  },
  {
    table: 'correction_request',
    key: 'id',
    sealed: 'wanted_sealed',
    purpose: 'correction.wanted',
    words: 'nội dung xin sửa thông tin',
  },
  {
    table: 'correction_request',
    key: 'id',
    sealed: 'before_sealed',
    purpose: 'correction.wanted',
    words: 'nội dung xin sửa thông tin',
  },
  {
    table: 'outbox_mail',
    key: 'id',
    sealed: 'sealed_link_path',
    purpose: 'outbox-mail.link',
    words: 'đường dẫn trong thư chờ gửi',
  },
]
