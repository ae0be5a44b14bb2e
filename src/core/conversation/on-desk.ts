import { lifeActions } from '../actions.ts'
import type { Action } from './menu.ts'
import { remindMissing, showMissing } from './missing.ts'
import { askCloseList, closeList, exportCounts, showCounts } from './office-desk.ts'
import { askHigher, openDossier, openResults, setResult, tickDossier } from './result-desk.ts'
import type { Outcome, Turn } from './turn.ts'
import { askConfirmAll, confirm, confirmAll, reopen, showList } from './unit-desk.ts'

const deskActions = ['unit-pledges', 'who-missing', 'unit-counts', ...lifeActions] as const
export type DeskAction = Exclude<(typeof deskActions)[number], 'pledge-return'>

export function isOfDesk(action: Action): action is DeskAction {
  return deskActions.some((one) => one === action)
}

/** What coordinators and the office do with pledges of others. */
export function onDesk(turn: Turn, action: DeskAction, about: string): Outcome {
  switch (action) {
    case 'unit-pledges':
    case 'unit-list':
      return showList(turn)
    case 'who-missing':
      return turn.officeDesk ? showCounts(turn) : showMissing(turn, about)
    case 'pledge-confirm':
      return confirm(turn, about)
    case 'confirm-all':
      return askConfirmAll(turn)
    case 'confirm-all-yes':
      return confirmAll(turn, about)
    case 'missing-remind':
      return remindMissing(turn)
    case 'unit-counts':
      return showCounts(turn)
    case 'counts-export':
      return exportCounts(turn)
    case 'list-close':
      return askCloseList(turn)
    case 'list-close-yes':
      return closeList(turn, about)
    case 'pledge-reopen':
      return reopen(turn, about)
    case 'result-open':
      return openResults(turn, about)
    case 'result-set':
      return setResult(turn, about)
    case 'result-higher':
      return askHigher(turn, about)
    case 'dossier-open':
      return openDossier(turn, about)
    case 'dossier-tick':
      return tickDossier(turn, about)
  }
}
