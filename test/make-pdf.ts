/** A PDF by hand: each page the lines it shows, in Latin letters only. `encrypted` names a lock without a known key. */
export function makePdf(pages: readonly (readonly string[])[], how: { encrypted?: boolean } = {}): Buffer {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  const kids: number[] = []
  for (const lines of pages) {
    const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -18 Td`).join('\n')
    const stream = `BT /F1 14 Tf 72 770 Td\n${shown}\nET`
    objects.push(`<</Length ${stream.length}>>\nstream\n${stream}\nendstream`)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length} 0 R>>`,
    )
    kids.push(objects.length)
  }
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`
  let lock = ''
  if (how.encrypted) {
    const key = 'a1'.repeat(32)
    objects.push(`<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -44>>`)
    lock = `/Encrypt ${objects.length} 0 R/ID[<${'b2'.repeat(16)}><${'b2'.repeat(16)}>]`
  }
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const at = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${lock}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
