/** The screens of clusters and blocks: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export const clusterPages: readonly PageRoute[] = [
  { path: '/cum-khoi', section: 'clusters', page: () => import('./clusters-page.tsx').then((m) => m.ClustersPage) },
  {
    path: '/cum-khoi/them',
    section: 'clusters',
    page: () => import('./new-cluster-page.tsx').then((m) => m.NewClusterPage),
  },
  { path: '/cum-khoi/$id', section: 'clusters', page: () => import('./cluster-page.tsx').then((m) => m.ClusterPage) },
]
