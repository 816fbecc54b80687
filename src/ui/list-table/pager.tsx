import { SelectField } from '../field/select-field.tsx'
import { Glyph } from '../icon/glyph.tsx'
import { Link } from '../link/link.tsx'
import { type ListAddress, PAGE_SIZES } from './list-address.ts'
import classes from './list-table.module.css'
import { pagesShown } from './pages-shown.ts'

/** «Dòng 1 đến 20 trong 38», rows a page, links to the pages; for lists of more than one page. */
export function Pager({
  label,
  list,
  total,
  totalIsMore,
  shown,
  fixedSize,
}: {
  label: string
  list: ListAddress
  total: number
  totalIsMore?: boolean
  shown: number
  /** The server decides how many rows a page has. */
  fixedSize?: boolean
}) {
  const first = (list.page - 1) * list.pageSize + 1
  const pages = Math.max(1, Math.ceil(total / list.pageSize))
  return (
    <div className={classes.pager}>
      <span>
        Dòng {first} đến {first + shown - 1} trong {totalIsMore ? 'hơn ' : ''}
        {total.toLocaleString('vi-VN')}
      </span>
      {!fixedSize && total > PAGE_SIZES[0] && (
        <span className={classes.size}>
          <span aria-hidden>Mỗi trang</span>
          <SelectField
            label="Số dòng mỗi trang"
            labelHidden
            value={String(list.pageSize)}
            onChange={(value) => list.resize(Number(value))}
            options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
          />
        </span>
      )}
      {pages > 1 && (
        <nav aria-label={`Trang: ${label}`}>
          <ol>
            <li>
              {list.page > 1 ? (
                <Step href={list.pageHref(list.page - 1)} word="Trang trước" icon="chevron-left" />
              ) : null}
            </li>
            {pagesShown(list.page, pages).map((page, index, all) => (
              <li key={page} data-gap={index > 0 && page - (all[index - 1] ?? page) > 1 ? true : undefined}>
                <Link href={list.pageHref(page)} aria-current={page === list.page ? 'page' : undefined}>
                  <span className="visually-hidden">Trang </span>
                  {page}
                </Link>
              </li>
            ))}
            <li>
              {list.page < pages ? (
                <Step href={list.pageHref(list.page + 1)} word="Trang sau" icon="chevron-right" />
              ) : null}
            </li>
          </ol>
        </nav>
      )}
    </div>
  )
}

function Step({ href, word, icon }: { href: string; word: string; icon: 'chevron-left' | 'chevron-right' }) {
  return (
    <Link href={href} title={word}>
      <Glyph icon={icon} />
      <span className="visually-hidden">{word}</span>
    </Link>
  )
}
