/**
 * npm run bench -- inbound [--chats 2000] [--together 100] [--only A|B|C] [--profile DIR]
 * npm run bench -- broadcast [--recipients 10000] [--only a|b|c] [--profile DIR]
 * npm run bench -- roster [--people 5000] [--only pglite|postgres]
 *
 * All need TEST_DATABASE_URL. The last line says the figures and their targets; where one is missed the exit is 1.
 */
import { parseArgs } from 'node:util'
import { benchBroadcast } from './broadcast.js'
import { benchInbound } from './inbound.js'
import { benchRoster } from './roster.js'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    chats: { type: 'string', default: '2000' },
    together: { type: 'string', default: '100' },
    recipients: { type: 'string', default: '10000' },
    people: { type: 'string', default: '5000' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
})
const options = {
  ...values,
  chats: Number(values.chats),
  together: Number(values.together),
  recipients: Number(values.recipients),
  people: Number(values.people),
}
const benches = { inbound: benchInbound, broadcast: benchBroadcast, roster: benchRoster }
const bench = benches[positionals[0]]
if (!bench) {
  console.error('npm run bench -- inbound|broadcast|roster; see test/bench/index.js for the options')
  process.exit(2)
}
const { line, met } = await bench(options)
console.log(`${met ? 'met' : 'MISSED'}: ${line}`)
process.exit(met ? 0 : 1)
