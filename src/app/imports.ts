import { ratingsImport } from '../assessments/server/index.ts'
import { type ImportKinds, peopleImport, unitsImport } from '../imports/server/index.ts'
import { awardsImport } from '../registry/server/index.ts'

/** Everything that comes in by sheet, all by one road; each capability gives its kinds. */
export const IMPORT_KINDS: ImportKinds = [peopleImport, unitsImport, ratingsImport, awardsImport]
