import { implement } from '@orpc/server'
import { ok } from '../../kernel/result.ts'
import type { ObligationThings } from '../../mechanisms/obligations/server/index.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ListExport } from '../../platform/export/list-export.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { urgingContract } from '../contract.ts'
import { boardChoices, lastRun, lateTrend } from './board-extras.ts'
import { changeLetter, discardLetter, draftByHand, issueLetter } from './change-letter.ts'
import { seeDigest, todaysDigest } from './digests.ts'
import { lateExport } from './export-late.ts'
import { lettersExport, outagesExport, reminderLogExport } from './export-urging.ts'
import { listLadders, previewLadder, setLadder } from './ladders.ts'
import { lateBoard } from './late-board.ts'
import { letterFile } from './letter-file.ts'
import { listLetters, readLetter } from './letters.ts'
import { listOutages } from './list-outages.ts'
import { declareOutage, endOutage, takeBackOutage } from './outages.ts'
import { remindMany } from './remind-many.ts'
import { reminderLog, sendReminderAgain } from './reminder-log.ts'

export { draftByHand } from './change-letter.ts'
export { ladderJob } from './ladder-job.ts'
export { lettersWaiting } from './letters-waiting.ts'
export { openOutage } from './outages.ts'
export { type LadderRun, runLadder } from './run-ladder.ts'

type Followed = (tx: Tx) => Promise<ReadonlySet<string> | undefined>

/** The lists of urging that can be taken away as sheets. */
export function urgingExports(followed: Followed): readonly ListExport[] {
  return [lateExport(followed), lettersExport, outagesExport, reminderLogExport]
}

/** Urging: the board of late units, the ladder, today's reminders, outages, letters. `followed` tells whom the actor looks after. */
export function urgingRouter(work: UnitOfWork, things: ObligationThings, followed: Followed) {
  const os = implement(urgingContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    late: os.late.handler(
      read(async (tx, { mine, ...filter }) => {
        const mineToo = await followed(tx)
        const board = await lateBoard(tx, { ...filter, mine: mine === 'yes' }, mineToo)
        if (!board.ok) return board
        return ok({ ...board.value, looksAfter: mineToo !== undefined, lastRun: await lastRun(tx) })
      }),
    ),
    boardChoices: os.boardChoices.handler(read(boardChoices)),
    trend: os.trend.handler(read(lateTrend(things))),
    log: os.log.handler(read(reminderLog)),
    sendAgain: os.sendAgain.handler(write(sendReminderAgain)),
    remindMany: os.remindMany.handler(write(remindMany(things))),
    ladders: os.ladders.handler(read(listLadders)),
    setLadder: os.setLadder.handler(write(setLadder)),
    previewLadder: os.previewLadder.handler(read(previewLadder)),
    digest: os.digest.handler(read(todaysDigest)),
    seeDigest: os.seeDigest.handler(write(seeDigest)),
    outages: os.outages.handler(read(listOutages)),
    declareOutage: os.declareOutage.handler(write(declareOutage)),
    endOutage: os.endOutage.handler(write(endOutage(things))),
    takeBackOutage: os.takeBackOutage.handler(write(takeBackOutage(things))),
    letters: os.letters.handler(read(listLetters)),
    letter: os.letter.handler(read(readLetter)),
    letterFile: os.letterFile.handler(read(letterFile)),
    draftLetter: os.draftLetter.handler(write(draftByHand)),
    changeLetter: os.changeLetter.handler(write(changeLetter)),
    issueLetter: os.issueLetter.handler(write(issueLetter)),
    discardLetter: os.discardLetter.handler(write(discardLetter)),
  })
}
