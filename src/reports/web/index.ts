import type { PageRoute } from '../../platform/web/page-route.ts'

/** Report forms and their designer, the report of one obligation, the examples that were noted. */
export const reportPages: readonly PageRoute[] = [
  {
    path: '/bao-cao/bieu-mau',
    section: 'report-forms',
    page: () => import('./forms/forms-page.tsx').then((m) => m.FormsPage),
  },
  {
    path: '/bao-cao/bieu-mau/$id',
    section: 'report-forms',
    page: () => import('./forms/form-page.tsx').then((m) => m.FormPage),
  },
  {
    path: '/bao-cao/$id/tong-hop',
    section: 'report-forms',
    page: () => import('./assembly/assembled-page.tsx').then((m) => m.AssembledPage),
  },
  {
    path: '/viec/$id/bao-cao',
    section: 'my-work',
    page: () => import('./fill/report-page.tsx').then((m) => m.ReportPage),
  },
  {
    path: '/viec/$id/nhap-bao-cao-giay',
    section: 'my-work',
    page: () => import('./receive/paper-report-page.tsx').then((m) => m.PaperReportPage),
  },
  {
    path: '/dien-hinh',
    section: 'examples',
    page: () => import('./examples/examples-page.tsx').then((m) => m.ExamplesPage),
  },
]
