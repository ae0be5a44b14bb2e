import type { DataAction } from '../actions.ts'
import { withoutCourtesy } from '../forms/control-words.ts'

const words: readonly [RegExp, DataAction][] = [
  [
    /^(?:xuat|tai|tai ve|gui (?:toi|em)) (?:toan bo |het )?(?:du lieu|thong tin)(?: ca nhan)?(?: cua)?(?: toi| em| minh| tui)?$|^(?:export|download) my data$/,
    'data-export',
  ],
  [
    /^(?:sua|doi|cap nhat|dinh chinh) (?:du lieu|thong tin|ho ten|ten|don vi|chuc vu)(?: ca nhan)?(?: cua)? (?:toi|em|minh|tui)$|^(?:correct|change|update) my (?:data|details|information|name|unit)$/,
    'data-correct',
  ],
  [
    /^rut (?:lai )?(?:su )?dong y$|^(?:xem )?(?:cac )?(?:su )?dong y cua (?:toi|em|minh)$|^(?:withdraw|show|see) my consents?$/,
    'consents',
  ],
]

/** What somebody wants done with their own data, said without a button. */
export function readDataWords(typed: string): DataAction | undefined {
  const said = withoutCourtesy(typed)
  return words.find(([pattern]) => pattern.test(said))?.[1]
}
