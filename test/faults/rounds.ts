/** What goes wrong in each kind of round. */
import type { Bot } from './bot.ts'
import { later } from './people.ts'
import { type Engine, openStage, type Result, type Stage, type StageOptions } from './stage.ts'

export interface Round {
  readonly name: string
  readonly engine: Engine
}

export interface Outcome {
  readonly round: Round
  readonly seconds: number
  readonly result: Result
  /** What else was measured, and whether it misses its target. */
  readonly notes: readonly string[]
  readonly missed: readonly string[]
}

interface Kind {
  readonly engines: readonly Engine[]
  readonly options: Partial<StageOptions>
  /** Lets things go wrong; gives what it measured and what misses a target. */
  play(stage: Stage): Promise<{ notes?: readonly string[]; missed?: readonly string[] }>
  /** What misses a target in the books. */
  check?(result: Result, options: StageOptions): readonly string[]
}

/** Far above the platform's, so that a round takes seconds; `platform` keeps to the real ones. */
const hurried = 200

/** What a restart of the server does to the program. */
const endConnections = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'thi-dua-bot'`

/** Each named point, and up to which passing it may be chosen: before and after each write and each send. */
const points: readonly (readonly [string, number])[] = [
  ['before-accept', 20],
  ['after-accept', 20],
  ['decided', 20],
  ['after-turn', 15],
  ['taken', 25],
  ['before-send', 120],
  ['after-send', 120],
  ['settled', 120],
]

/** With nothing else to do all is settled in half a minute; a busy machine takes long, but never stands still. */
const patience = { idleMs: 90_000, allMs: 600_000 }
const takeOverSeconds = 15

const kinds: Readonly<Record<string, Kind>> = {
  points: {
    engines: ['pglite', 'postgres'],
    options: {},
    async play(stage) {
      const people = stage.people()
      for (const [point, most] of shuffled(points, stage.options.chance).slice(0, stage.options.lives)) {
        const bot = await stage.launch(`${point}:${1 + Math.floor(stage.options.chance() * most)}`)
        const reached = await Promise.race([bot.ended.then(() => true), later(15_000).then(() => false)])
        if (!reached) await bot.end('SIGKILL')
      }
      await stage.launch()
      await later(1_000)
      await people.stop()
      return {}
    },
  },
  random: {
    engines: ['pglite', 'postgres'],
    options: {},
    async play(stage) {
      const people = stage.people()
      for (let life = 0; life < stage.options.lives; life++) {
        const launched = stage.launch()
        // Also while it starts
        await later(stage.options.chance() * 4_000)
        await stage.bots.at(-1)?.end('SIGKILL')
        await (await launched).end('SIGKILL')
      }
      await stage.launch()
      await later(1_000)
      await people.stop()
      return {}
    },
  },
  platform: {
    engines: ['pglite', 'postgres'],
    options: { perSecond: 29.4, recipients: 400, isMessy: true },
    async play({ people, launch, telegram, limiter, options: { chance } }) {
      await launch()
      const talking = people()
      const faults = [
        () => limiter.storm(2 + Math.floor(chance() * 3)),
        () => telegram.breakDown(30),
        () => telegram.fail('cut-before', { times: 20 }),
        () => telegram.fail('cut-after', { times: 20 }),
        () => telegram.fail('html', { times: 20 }),
        () => telegram.fail('hang', { times: 3 }),
        () => telegram.throttle(1, 20),
      ]
      for (const fault of [...shuffled(faults, chance), ...shuffled(faults, chance)]) {
        fault()
        await later(500 + chance() * 1_500)
      }
      await talking.stop()
      return {}
    },
  },
  database: {
    engines: ['postgres'],
    options: { isMessy: true },
    async play(stage) {
      const {
        databaseGates,
        server,
        options: { chance },
      } = stage
      await stage.launch()
      const people = stage.people()
      for (const cutMs of shuffled(
        [2_000 + chance() * 2_000, 10_500, ...Array.from({ length: 14 }, () => 0)],
        chance,
      )) {
        await later(chance() * 1_000)
        if (cutMs > 0) await databaseGates[0]?.cut(cutMs)
        else await server?.query(endConnections)
      }
      await later(1_000)
      await people.stop()
      return {}
    },
  },
  partition: {
    engines: ['postgres'],
    options: { perSecond: 100, isMessy: true },
    // One of two is away from the database for so long that the other takes it for dead, and comes back.
    async play({ launch, people, databaseGates, options: { chance } }) {
      await launch()
      await launch()
      const talking = people()
      for (const gate of shuffled(databaseGates, chance)) {
        await later(chance() * 2_000)
        await gate.cut(9_000 + chance() * 5_000)
      }
      await later(1_000)
      await talking.stop()
      return {}
    },
  },
  zombie: {
    engines: ['postgres'],
    options: { perSecond: 100, isMessy: true },
    // One of two stands still in the middle of sending until the other has taken over, and then goes on as if nothing were.
    async play({ launch, people, options: { chance } }) {
      const bots = [await launch(), await launch()]
      const talking = people()
      for (const bot of shuffled(bots, chance)) {
        await later(chance() * 2_000)
        await bot.freeze(11_000 + chance() * 5_000)
      }
      await later(1_000)
      await talking.stop()
      return {}
    },
  },
  instances: {
    engines: ['postgres'],
    options: { perSecond: 100, isMessy: true },
    play: killOneOfTwo,
  },
  leader: {
    engines: ['postgres'],
    options: { perSecond: 100, receiving: 'polling' },
    play: killLeader,
  },
  everything: {
    engines: ['pglite', 'postgres'],
    options: { isMessy: true },
    play: everythingAtOnce,
  },
  clock: {
    engines: ['pglite', 'postgres'],
    // The evening before a reminder; those before it are over by more than a day.
    options: { recipients: 60, clock: '2025-11-19T20:00:00+07:00' },
    play: jumpInTime,
    check: ({ kinds }, { recipients }) =>
      kinds.reminder === recipients ? [] : [`${kinds.reminder ?? 0} reminders for ${recipients} people`],
  },
}

/** Two instances share the work; one ends itself in the middle of sending, and the other has to take over what it had. */
async function killOneOfTwo(stage: Stage) {
  await stage.launch()
  const [survivor = ''] = await instancesOf(stage)
  const victim = await stage.launch(`before-send:${10 + Math.floor(stage.options.chance() * 40)}`)
  const people = stage.people()
  await victim.ended
  const taken = await takenOver(stage, async () => (await instancesOf(stage)).find((id) => id !== survivor))
  await people.stop()
  return taken
}

/** The one that polls is killed. */
async function killLeader(stage: Stage) {
  const leader = await stage.launch()
  const [first] = await instancesOf(stage)
  await stage.launch()
  const people = stage.people()
  await later(2_000 + stage.options.chance() * 2_000)
  await leader.end('SIGKILL')
  const taken = await takenOver(stage, async () => first)
  await people.stop()
  return taken
}

/** How long it takes until nothing belongs to the dead instance any more: no attempt and no lease. */
async function takenOver(stage: Stage, findDead: () => Promise<string | undefined>) {
  const diedAt = Date.now()
  const dead = await findDead()
  const began = await belongings(stage, dead)
  let seconds = 0
  while (seconds < 40 && (await belongings(stage, dead)) > 0) {
    await later(100)
    seconds = (Date.now() - diedAt) / 1_000
  }
  const words = `${began} in hand, taken over after ${seconds.toFixed(1)} s`
  const missed = began === 0 || seconds > takeOverSeconds ? [`${words} (target ${takeOverSeconds} s)`] : []
  return { notes: [words], missed }
}

async function belongings({ server }: Stage, instance = ''): Promise<number> {
  const found = await server?.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM outbox WHERE state = 'attempting' AND split_part(owner, '/', 1) = $1)::int
      + (SELECT count(*) FROM lease WHERE owner = $1)::int AS count`,
    [instance],
  )
  return found?.rows[0]?.count ?? 0
}

async function instancesOf({ server }: Stage): Promise<string[]> {
  const found = await server?.query<{ id: string }>('SELECT id FROM instance')
  return found?.rows.map((row) => row.id) ?? []
}

/** Lives begin and end, two at a time where a server allows it, while the platform and the database fail too. */
async function everythingAtOnce(stage: Stage) {
  const { telegram, limiter, server, bots, options } = stage
  const { chance, lives } = options
  const faults = [
    () => limiter.storm(1 + Math.floor(chance() * 2)),
    () => telegram.breakDown(20),
    () => telegram.fail('cut-before', { times: 10 }),
    () => telegram.fail('cut-after', { times: 10 }),
    () => server?.query(endConnections),
  ]
  await stage.launch()
  const people = stage.people()
  for (let life = 0; life < lives; life++) {
    const [point, most] = points[Math.floor(chance() * points.length)] ?? ['taken', 1]
    // The embedded database allows one process at a time.
    if (!server) await bots.at(-1)?.end('SIGKILL')
    const bot = await stage.launch(`${point}:${1 + Math.floor(chance() * most)}`)
    for (const fault of shuffled(faults, chance).slice(0, 2)) {
      await later(chance() * 1_000)
      await fault()
    }
    await Promise.race([bot.ended, later(3_000)])
    await bot.end('SIGKILL')
  }
  if (!server) await stage.launch()
  await later(1_000)
  await people.stop()
  return {}
}

/**
 * The campaign's clock jumps over a reminder, back before it and over it again, with a kill in between and, on a server,
 * two instances: everyone is reminded once. What is passed over by more than a day is not sent late.
 */
async function jumpInTime(stage: Stage) {
  const launchAll = async (): Promise<Bot[]> =>
    Promise.all(Array.from({ length: stage.options.engine === 'postgres' ? 2 : 1 }, () => stage.launch()))
  let bots = await launchAll()
  const people = stage.people()
  const jump = async (clock: string) => {
    for (const bot of bots) bot.setClock(clock)
    await nextMinute()
  }
  await jump('2025-11-20T08:30:00+07:00')
  await jump('2025-11-19T12:00:00+07:00')
  for (const bot of bots) await bot.end('SIGKILL')
  bots = await launchAll()
  await jump('2025-11-20T09:30:00+07:00')
  await jump('2025-11-27T08:30:00+07:00')
  await people.stop()
  return {}
}

/** When the jobs of the next minute have run. */
function nextMinute(): Promise<void> {
  return later(60_000 - (Date.now() % 60_000) + 2_000)
}

/** The rounds of one pass, each kind on each of its engines. */
export function onePass(only: readonly string[], engines: readonly Engine[]): Round[] {
  return Object.entries(kinds).flatMap(([name, kind]) =>
    kind.engines.flatMap((engine) =>
      (only.length === 0 || only.includes(name)) && engines.includes(engine) ? [{ name, engine }] : [],
    ),
  )
}

export interface Settings {
  readonly seed: number
  readonly recipients: number
  /** How often the program is killed in a round of kills. */
  readonly lives: number
}

export async function play(round: Round, settings: Settings): Promise<Outcome> {
  const kind = kinds[round.name]
  if (!kind) throw new Error(`No such kind of round: ${round.name}`)
  const began = Date.now()
  const { recipients, lives } = settings
  const receiving = round.engine === 'pglite' ? 'polling' : 'webhook'
  const chance = createChance(settings.seed)
  const options = {
    recipients,
    lives,
    perSecond: hurried,
    receiving,
    ...kind.options,
    engine: round.engine,
    chance,
  } as const
  const stage = await openStage({ ...options, recipients: Math.min(recipients, options.recipients) })
  try {
    const { notes = [], missed = [] } = await kind.play(stage)
    await stage.settle(patience)
    const result = await stage.finish()
    const seconds = (Date.now() - began) / 1_000
    return { round, seconds, result, notes, missed: [...missed, ...(kind.check?.(result, stage.options) ?? [])] }
  } finally {
    await stage.close()
  }
}

/** Everything that should not be, by what it is. */
export function problemsOf({ result, missed }: Pick<Outcome, 'result' | 'missed'>) {
  const { lost, unreported, disordered, crashes } = result
  return { lost, unreported, disordered, crashes, missed }
}

/** Mulberry32: the same numbers for the same seed. */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  return items
    .map((item) => ({ item, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
