/** «PDF, 420 kB» · «Ảnh, 1,2 MB». */
export function fileWords(file: { name: string; size: number; mediaType: string }): string {
  return `${kindWords(file)}, ${sizeWords(file.size)}`
}

function kindWords({ name, mediaType }: { name: string; mediaType: string }): string {
  if (mediaType.startsWith('image/')) return 'Ảnh'
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toUpperCase() : 'Tệp'
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
}
