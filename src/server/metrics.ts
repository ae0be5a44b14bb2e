import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

interface Counts {
  readonly inbox: { readonly waiting: number; readonly parked: number }
  readonly outbox: Readonly<Record<string, number>>
}

/** The metrics page: Node's own figures, and how many updates and deliveries are in which state. */
export function createMetrics(count: () => Promise<Counts>): () => Promise<string> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['state'] as const
  const inbox = new Gauge({
    name: 'thidua_inbox',
    help: 'Updates that wait or were given up',
    labelNames,
    registers: [registry],
  })
  const outbox = new Gauge({ name: 'thidua_outbox', help: 'Deliveries by state', labelNames, registers: [registry] })
  return async () => {
    const counts = await count()
    // A state that no row is in any more is counted no more, and must not keep its last figure.
    outbox.reset()
    for (const [state, number] of Object.entries(counts.inbox)) inbox.set({ state }, number)
    for (const [state, number] of Object.entries(counts.outbox)) outbox.set({ state }, number)
    return registry.metrics()
  }
}
