import type { Turn } from '../core/conversation/turn.ts'
import { maySendNews } from '../core/people/person.ts'
import { readDesk } from './broadcast-desk.ts'
import type { Prisma } from './generated/client.ts'
import { readTableView } from './import-store.ts'
import { readOfficeView } from './office-store.ts'
import { readPeople } from './people-store.ts'

/** The turn as far as it is known when the desks are read. */
export type Reader = Pick<Turn, 'person' | 'update' | 'form' | 'campaign' | 'timezone' | 'now'>

/** What somebody sees beside their own, by who they are: nothing for most people, and no query for it. */
export async function readDesks(
  transaction: Prisma.TransactionClient,
  reader: Reader,
): Promise<Pick<Turn, 'office' | 'desk' | 'table' | 'people'>> {
  const people = await readPeople(transaction, reader)
  if (!maySendNews(reader.person.role)) return people ? { people } : {}
  const table = await readTableView(transaction, reader)
  return {
    office: await readOfficeView(transaction),
    desk: await readDesk(transaction, reader),
    ...(people && { people }),
    ...(table && { table }),
  }
}
