import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'

/** A Word file of this text, one paragraph a line, as an officer would have typed it. */
export function makeDocx(text: string): Promise<Buffer> {
  const children = text.split('\n').map((line) => {
    const heading = line.trim() !== '' && line === line.toLocaleUpperCase('vi')
    return new Paragraph({
      alignment: heading ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
      children: [new TextRun({ text: line, bold: heading, font: 'Times New Roman', size: 28 })],
    })
  })
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
