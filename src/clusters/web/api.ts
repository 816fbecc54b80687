import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { clustersContract } from '../contract.ts'

export const clusters = apiFor<typeof clustersContract>('clusters')
export type ClustersOutputs = Outputs<typeof clustersContract>
export type ClusterPageData = ClustersOutputs['get']
export type ListedCluster = ClustersOutputs['list']['clusters'][number]
