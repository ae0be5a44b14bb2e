import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A way over TCP that can be cut: to one place, or to several in turn as a load balancer has them. */
export interface Gate {
  readonly port: number
  /** Breaks every connection and takes none for that long. */
  cut(ms: number): Promise<void>
  close(): Promise<void>
}

export async function openGate(places: () => readonly number[]): Promise<Gate> {
  const sockets = new Set<Socket>()
  let isCut = false
  let turn = 0

  function hold(socket: Socket): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  }

  function breakAll(): void {
    for (const socket of sockets) socket.destroy()
  }

  const server = createServer((near) => {
    const open = places()
    const port = open[turn++ % Math.max(1, open.length)]
    if (isCut || port === undefined) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      hold(one)
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async cut(ms) {
      isCut = true
      breakAll()
      await new Promise((resolve) => setTimeout(resolve, ms))
      isCut = false
    },
    async close() {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
