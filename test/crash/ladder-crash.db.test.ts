import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '../../src/kernel/plain-date.ts'
import { ok } from '../../src/kernel/result.ts'
import { addWorkingDays, type SpecialDays } from '../../src/kernel/working-days.ts'
import { specialDaysFrom } from '../../src/platform/database/special-days.ts'
import { DEFAULT_LADDER, dayOfStep, type LadderKind, stepKey } from '../../src/urging/domain/ladder.ts'
import { ladderJob } from '../../src/urging/server/index.ts'
import { campaignsIn } from '../campaigns.ts'
import { type SmtpServer, startSmtpServer } from '../smtp-server.ts'
import { eightOn, must, type OpenedWorld, openWorld } from '../world.ts'
import { mailJob } from './mail-job.ts'
import { spreadTasks, unitsWithPeople } from './owing-units.ts'
import { startWorker, type Worker } from './worker-process.ts'

/** Of three rounds two kill the process, one its connection to the database. `CRASH_ROUNDS=50` for the long run. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 6)
const GIVEN = plainDate('2022-06-06')
const JOB = { kind: 'job', name: 'nhắc việc' } as const
let special: SpecialDays
const workingDay = (no: number): PlainDate => addWorkingDays(GIVEN, no, special)
/** From here on there is something of every stage. */
const [FIRST, UNITS, TASKS] = [22, 10, 8]

let opened: OpenedWorld
let smtp: SmtpServer
let owner: Client
let superuser: Client
let worker: Worker | undefined

beforeAll(async () => {
  opened = await openWorld(GIVEN)
  special = await must(opened.work.read(JOB, async (tx) => ok(await specialDaysFrom(tx, GIVEN))))
  const campaignId = await campaignsIn(opened).launched()
  const unitIds = await unitsWithPeople(opened, UNITS, GIVEN)
  await spreadTasks(opened, campaignId, { unitIds, tasks: TASKS, over: FIRST + ROUNDS })
  smtp = await startSmtpServer()
  ;[owner, superuser] = [
    new Client({ connectionString: opened.database.ownerUrl }),
    new Client({ connectionString: opened.database.superuserUrl }),
  ]
  await Promise.all([owner.connect(), superuser.connect()])
  for (let no = 1; no < FIRST; no += 1) {
    opened.clock.move(eightOn(workingDay(no)))
    await ladderJob.run({}, ground())
  }
  await owner.query(`update app.outbox_mail set state = 'sent', sent_at = created_at`)
})
afterAll(async () => {
  worker?.child.kill('SIGKILL')
  await Promise.all([owner.end(), superuser.end(), smtp.close()])
  await opened.close()
})

const ground = () => ({ work: opened.work, signal: new AbortController().signal })

/** How long each half of a run takes that nobody disturbs. */
type Pace = { urging: number; sending: number }

async function undisturbed({ child, says }: Worker, day: PlainDate): Promise<Pace> {
  const began = performance.now()
  child.stdin?.write(`${eightOn(day).toISOString()}\n`)
  expect(await says('urged', 'broken')).toBe('urged')
  const urged = performance.now()
  expect(await says('sent', 'broken')).toBe('sent')
  return { urging: urged - began, sending: performance.now() - urged }
}

/**
 * Sets the worker to the day and breaks it off: in the ladder, or among the mails; now the process, now its connections. Gives whether it had
 * written something that was not committed yet.
 */
async function brokenOff(target: Worker, day: PlainDate, round: number, pace: Pace): Promise<boolean> {
  target.child.stdin?.write(`${eightOn(day).toISOString()}\n`)
  const inLadder = round % 2 === 0
  if (!inLadder) await target.says('urged', 'broken')
  // Every other time in the ladder not before it has written: that is the shorter part of it.
  const missed = performance.now() + 5000
  if (round % 4 === 0) while (!(await isWriting()) && performance.now() < missed) await sleep(1)
  await sleep(Math.random() * (inLadder ? pace.urging / 2 : pace.sending * 0.8))
  const inside = await isWriting()
  if (round % 3 === 2) {
    await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${ITS}`)
    await target.says('sent', 'broken')
  } else {
    target.child.kill('SIGKILL')
    await target.says('never')
  }
  return inside
}

const ITS = `application_name = 'ladder-worker' and datname = current_database()`

/** Is it inside a transaction that has written something? */
async function isWriting(): Promise<boolean> {
  const { rows } = await superuser.query(`select 1 from pg_stat_activity where ${ITS} and backend_xid is not null`)
  return rows.length > 0
}

/** Where it was broken off, as the database shows it. */
async function reached(day: PlainDate): Promise<'trước khi ghi' | 'trước khi gửi' | 'giữa lúc gửi' | 'sau khi gửi'> {
  const { rows } = await owner.query<{ run: boolean; left: number; gone: number }>(
    `select exists (select 1 from app.ladder_run where on_day = $1) as run,
       (count(*) filter (where state <> 'sent'))::int as left, (count(*) filter (where state in ('sent', 'sending')))::int as gone
     from app.outbox_mail where created_at >= $2`,
    [day, eightOn(day)],
  )
  const [{ run, left, gone } = { run: false, left: 0, gone: 0 }] = rows
  if (!run) return 'trước khi ghi'
  if (gone === 0) return 'trước khi gửi'
  return left > 0 ? 'giữa lúc gửi' : 'sau khi gửi'
}

/** The next minutes of a server that runs on: the jobs again, and once more when what the dead one had taken may be taken anew. */
async function carriedOn(day: PlainDate): Promise<void> {
  const mails = mailJob(smtp.url)
  for (const minutes of [1, 32]) {
    opened.clock.move(new Date(eightOn(day).getTime() + minutes * 60_000))
    await ladderJob.run({}, ground())
    await mails.run({}, ground())
  }
}

type Owed = { id: string; kind: LadderKind; lastDay: PlainDate }
type Told = { id: string; obligation: string; step: string; people: string[] }

/** What the day's reminders must be and what they are: every step on its day, none before, none after, none twice. */
async function remindersOn(day: PlainDate): Promise<Told[]> {
  const { rows: owed } = await owner.query<Owed>(
    `select id, kind, to_char(last_day, 'YYYY-MM-DD') as "lastDay" from app.obligation where state = 'open'`,
  )
  const due = owed.flatMap(({ id, kind, lastDay }) =>
    DEFAULT_LADDER[kind]
      .filter((step) => dayOfStep(step, plainDate(lastDay), plainDate(lastDay), special) === day)
      .map((step) => `${id} ${stepKey(step)}`),
  )
  const { rows: told } = await owner.query<Told>(
    `select id, obligation_id as obligation, step, to_person_ids as people from app.reminder where sent_on = $1`,
    [day],
  )
  const { rows: letters } = await owner.query<{ letter: string; obligation: string }>(
    `select l.letter_id as letter, l.obligation_id as obligation from app.urging_letter_obligation l
     join app.urging_letter t on t.id = l.letter_id where t.made_at >= $1`,
    [eightOn(day)],
  )
  expect(new Set(letters.map((one) => one.letter)).size).toBeLessThanOrEqual(1)
  const found = [
    ...told.map((one) => `${one.obligation} ${one.step}`),
    ...letters.map((one) => `${one.obligation} letter+20`),
  ]
  expect(found.sort()).toEqual(due.sort())
  return told
}

type Mail = { id: string; person: string; state: string; twice: boolean; reminders: string[] }

/** One digest and one mail of the day for each who was told; gives how many of them arrived twice. */
async function mailsOn(day: PlainDate, told: readonly Told[], arrived: readonly { raw: string }[]): Promise<number> {
  const { rows: digests } = await owner.query<Mail>(
    `select d.person_id as person, d.reminder_ids as reminders, m.id, m.state, m.maybe_twice as twice
     from app.urging_digest d left join app.outbox_mail m on m.id = d.mail_id where d.on_day = $1`,
    [day],
  )
  const perPerson = Map.groupBy(
    told.flatMap((one) => one.people.map((person) => ({ person, id: one.id }))),
    (one) => one.person,
  )
  expect(digests.map((one) => one.person).sort()).toEqual([...perPerson.keys()].sort())
  const { rows: written } = await owner.query<{ count: number }>(
    `select count(*)::int as count from app.outbox_mail where created_at >= $1`,
    [eightOn(day)],
  )
  expect(written[0]?.count).toBe(digests.length)
  let twice = 0
  for (const one of digests) {
    const ids = perPerson.get(one.person) ?? []
    expect([...one.reminders].sort()).toEqual(ids.map(({ id }) => id).sort())
    expect(one.state).toBe('sent')
    const times = arrived.filter(({ raw }) => raw.includes(`<${one.id}@`)).length
    expect(times === 1 || (times === 2 && one.twice)).toBe(true)
    twice += times - 1
  }
  return twice
}

it('the ladder and its mails, broken off by kill -9 of the process or of its connection: the next run makes the day whole', async () => {
  const tally = new Map<string, number>()
  worker = startWorker(opened.database.applicationUrl, smtp.url)
  await worker.says('ready')
  // The first run of a process is slow: what the others are measured by is the second.
  await undisturbed(worker, workingDay(FIRST))
  expect((await remindersOn(workingDay(FIRST))).length).toBeGreaterThan(0)
  const pace = await undisturbed(worker, workingDay(FIRST + 1))
  let [inside, twice] = [0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    const day = workingDay(FIRST + 2 + round)
    if (worker.child.exitCode !== null || worker.child.signalCode !== null) {
      worker = startWorker(opened.database.applicationUrl, smtp.url)
      await worker.says('ready')
    }
    const before = smtp.mails.length
    inside += Number(await brokenOff(worker, day, round, pace))
    const where = await reached(day)
    tally.set(where, (tally.get(where) ?? 0) + 1)
    await carriedOn(day)
    const told = await remindersOn(day)
    twice += await mailsOn(day, told, smtp.mails.slice(before))
  }
  const { rows: steps } = await owner.query(
    `select 1 from app.reminder where step is not null group by obligation_id, for_last_day, step having count(*) > 1
     union all select 1 from app.reminder where step is not null group by obligation_id, sent_on having count(*) > 1
     union all select 1 from app.urging_letter_obligation group by obligation_id, for_last_day having count(*) > 1`,
  )
  expect(steps).toEqual([])
  const where = [...tally].map(([words, count]) => `${words} ${count}`).join(', ')
  console.log(
    `Nhắc việc: ${ROUNDS} lần đứt (${where}), ${inside} lần trong giao dịch đang ghi; ${twice} thư đến hai lần, sổ nhắc ghi cả`,
  )
}, 900_000)
