import { accountsContract } from '../accounts/contract.ts'
import { actingContract } from '../acting/contract.ts'
import { assessmentsContract } from '../assessments/contract.ts'
import { assignmentsContract } from '../assignments/contract.ts'
import { backupContract } from '../backup/contract.ts'
import { campaignsContract } from '../campaigns/contract.ts'
import { clustersContract } from '../clusters/contract.ts'
import { importsContract } from '../imports/contract.ts'
import { documentsContract } from '../mechanisms/documents/contract.ts'
import { obligationsContract } from '../mechanisms/obligations/contract.ts'
import { recordContract } from '../mechanisms/record/contract.ts'
import { submissionsContract } from '../mechanisms/submissions/contract.ts'
import { organisationContract } from '../organisation/contract.ts'
import { personalDataContract } from '../personal-data/contract.ts'
import { registryContract } from '../registry/contract.ts'
import { reportsContract } from '../reports/contract.ts'
import { systemContract } from '../system/contract.ts'
import { urgingContract } from '../urging/contract.ts'

/** Every operation of the product. */
export const contract = {
  accounts: accountsContract,
  acting: actingContract,
  organisation: organisationContract,
  clusters: clustersContract,
  documents: documentsContract,
  campaigns: campaignsContract,
  assignments: assignmentsContract,
  obligations: obligationsContract,
  submissions: submissionsContract,
  reports: reportsContract,
  assessments: assessmentsContract,
  registry: registryContract,
  personalData: personalDataContract,
  imports: importsContract,
  record: recordContract,
  system: systemContract,
  urging: urgingContract,
  backup: backupContract,
}
