import type { Turn } from '../core/conversation/turn.ts'
import { maySendNews } from '../core/people/person.ts'
import { readDesk } from './broadcast-desk.ts'
import { readEntered } from './entered-pledges.ts'
import type { Prisma } from './generated/client.ts'
import { readHeld } from './held-store.ts'
import { readOfficeDesk } from './office-counts.ts'
import { readOfficeView } from './office-store.ts'
import { readPeople } from './people-store.ts'
import { readStanding } from './standing-pledges.ts'
import { readTableView } from './table-effects.ts'
import { readUnitDesk } from './unit-desk.ts'

/** The turn as far as it is known when the desks are read. */
export type Reader = Pick<Turn, 'person' | 'update' | 'form' | 'offered' | 'campaign' | 'timezone' | 'now'>

/** What somebody sees beside their own, by who they are: nothing for most people, and no query for it. */
export async function readDesks(
  transaction: Prisma.TransactionClient,
  reader: Reader,
): Promise<
  Pick<Turn, 'office' | 'desk' | 'standing' | 'entered' | 'table' | 'people' | 'unitDesk' | 'officeDesk' | 'held'>
> {
  const standing = await readStanding(transaction, reader)
  const people = await readPeople(transaction, reader)
  const unitDesk = await readUnitDesk(transaction, reader)
  const entered = await readEntered(transaction, reader)
  const held = await readHeld(transaction, reader)
  const table = await readTableView(transaction, reader)
  const seen = {
    ...(table && { table }),
    ...(entered && { entered }),
    ...(standing && { standing }),
    ...(people && { people }),
    ...(unitDesk && { unitDesk }),
    ...(held && { held }),
  }
  if (!maySendNews(reader.person.role)) return seen
  const officeDesk = await readOfficeDesk(transaction, reader)
  return {
    ...seen,
    office: await readOfficeView(transaction),
    desk: await readDesk(transaction, reader),
    ...(officeDesk && { officeDesk }),
  }
}
