import { apiFor, type Outputs } from '../../platform/web/api.ts'
import type { personalDataContract } from '../contract.ts'

export const personalData = apiFor<typeof personalDataContract>('personalData')
export type MyFile = Outputs<typeof personalDataContract>['myFile']
export type Correction = MyFile['corrections'][number]
