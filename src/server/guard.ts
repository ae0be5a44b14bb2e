import { isIP } from 'node:net'

/** The answer to a request that a foreign page or a foreign name brought here, or undefined where all is well. */
export type Guard = (request: Request) => Response | undefined

/**
 * Keeps other web sites from speaking in a visitor's name. A browser says in `Origin` which page is asking. Where only
 * this machine is served (`anyName` false), a name in `Host` that is not ours means that somebody's domain was
 * pointed at it; an address of numbers cannot be such a name.
 */
export function createGuard(options: { host: string; publicUrl?: string; anyName: boolean }): Guard {
  const publicHost = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).host
  const names = new Set(['localhost', options.host, publicHost?.replace(/:\d+$/, '')])

  return (request) => {
    const host = request.headers.get('host') ?? new URL(request.url).host
    if (!options.anyName && !isOurs(host, names))
      return refuse('This name is not served here. Set PUBLIC_URL to the address under which the page is reached.')
    const origin = request.headers.get('origin')
    const asking = origin === null ? undefined : hostOf(origin)
    if (origin !== null && asking !== host && (asking === undefined || asking !== publicHost))
      return refuse('Another web site may not ask this.')
    return undefined
  }
}

function isOurs(host: string, names: ReadonlySet<string | undefined>): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return isIP(name.replace(/^\[|\]$/g, '')) > 0 || names.has(name)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function refuse(reason: string): Response {
  return new Response(`${reason}\n`, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
