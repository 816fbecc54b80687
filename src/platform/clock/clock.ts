import { dayOf, type PlainDate } from '../../kernel/plain-date.ts'

/** The only source of «now» for business; the demo's runs at another time than the wall's. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** The day in Việt Nam. */
export function today(clock: Clock): PlainDate {
  return dayOf(clock.now())
}

/** A clock that runs like the wall's, moved by `offsetMs`; `move` sets it to another moment from which it runs on. */
export class MovedClock implements Clock {
  #offsetMs: number
  #wall: Clock
  constructor(offsetMs: number, wall: Clock = systemClock) {
    this.#offsetMs = offsetMs
    this.#wall = wall
  }
  now(): Date {
    return new Date(this.#wall.now().getTime() + this.#offsetMs)
  }
  get offsetMs(): number {
    return this.#offsetMs
  }
  move(to: Date): void {
    this.#offsetMs = to.getTime() - this.#wall.now().getTime()
  }
}
