## The life of a pledge, as its sender reads it

pledge-status-confirmed = **{ $code }** · { $phase } · confirmed by the unit, updated on { $date }

pledge-status-returned = **{ $code }** · { $phase } · returned to be changed, updated on { $date }

pledge-status-included = **{ $code }** · { $phase } · on the office's list, { $date }

life-by-unit = the unit's coordinator

life-by-office = the campaign office

life-by-name = { $name } ({ $role })

life-confirmed-by = ✅ Confirmed by { $by } at { $at }.

life-returned-by = ↩ Returned by { $by } at { $at }. Reason: “{ $reason }”

life-change-and-send = ✏️ Change and send again

life-change-unconfirms = Please note: your unit has confirmed this pledge. Sending a change puts it back to waiting for confirmation.

life-waits = The pledge is sent and waits for the unit to confirm it.

life-waits-again = The pledge waits for your unit's confirmation.

life-locked = 🔒 This pledge is on the office's list, so it can no longer be changed or withdrawn here. If something must change, please ask the campaign office to reopen it.

life-changed-meanwhile = While you were changing it, the pledge **{ $code }** that you sent has changed; it is now: { $state }. What you were changing stands below as it was; nothing has been sent.

life-result-achieved = 🏅 { $award }: achieved

life-result-not = { $award }: not achieved this time

life-result-higher = 🏅 { $award }: proposed for a higher one, { $higher }
