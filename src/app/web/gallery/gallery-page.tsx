import { usePageParam } from '../../../platform/web/page-route.ts'
import { ButtonLink } from '../../../ui/index.ts'
import classes from './gallery-page.module.css'
import { PARTS } from './parts.ts'

/** Every part of the design system in every state; those that fill a page have one of their own. */
export function GalleryPage() {
  return (
    <main id="noi-dung" tabIndex={-1} className={classes.gallery}>
      <h1>Mẫu giao diện</h1>
      {PARTS.map((part) => (
        <section key={part.name} id={part.name} className={classes.part}>
          <h2>{part.name}</h2>
          {part.examples.map((example) => (
            <div key={example.id} id={`${part.name}.${example.id}`} data-example className={classes.example}>
              <p className={classes.title}>{example.title}</p>
              {example.alone ? (
                <ButtonLink href={`/mau/${part.name}/${example.id}`}>Mở trang riêng</ButtonLink>
              ) : (
                example.element
              )}
            </div>
          ))}
        </section>
      ))}
    </main>
  )
}

/** One example alone, for those that bring landmarks or fill the window. */
export function ExamplePage() {
  const partName = usePageParam('part')
  const exampleId = usePageParam('example')
  const example = PARTS.find((part) => part.name === partName)?.examples.find((one) => one.id === exampleId)
  return (
    example?.element ?? (
      <main id="noi-dung">
        <h1>Không có mẫu này</h1>
      </main>
    )
  )
}
