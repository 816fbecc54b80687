export function GalleryPage() {
  return <main id="noi-dung">Mẫu</main>
}
