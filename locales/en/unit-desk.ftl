## The desk of a unit's coordinator

menu-unit-pledges = 🗂 Pledges of the unit
menu-who-missing = 🔎 Who has not registered?
menu-unit-list = 🗂 Back to the list
menu-pledge-confirm = ✅ Confirm
menu-pledge-return = ↩ Return
menu-confirm-all = ✅ Confirm all
menu-confirm-all-yes = ✅ Confirm all
menu-missing-remind = 🔔 Remind these people

help-coordinator =
    Pledges of the units:
    • To see, confirm or return them: type “pledges of my unit”
    • Who has not registered: type “who is missing”
    • Who waits to be confirmed: /nguoi; a pairing code for somebody: type “code for” and the name
    • Registering several people: one line for each in a message, or a file with the list

answer-action-unit-pledges = I open the list of the unit's pledges.
answer-action-who-missing = I open the list of those of the unit who have not registered.

desk-not-yours = This is for the units' coordinators and the campaign office, since it shows what is known of others. Your own pledge is behind the button below.

desk-not-found = I do not see that pledge in the units that you look after.

desk-office-only = Only the campaign office can do this.

desk-list = **Pledges of { $phase }**: { $submitted } waiting · { $confirmed } confirmed · { $returned } returned · { $included } on a list. Shown: { $state }.

desk-list-empty = There are none of these.

desk-state-submitted = waiting for confirmation

desk-state-confirmed = confirmed

desk-state-returned = returned

desk-state-included = on a closed list

desk-state-withdrawn = withdrawn

desk-state-undone = taken back

desk-tab = { $state } ({ $count })

desk-card =
    { $number }. **{ $name }** · { $subject } · { $unit }
    Titles: { $titles }. Commendations: { $commendations }
    { $code }, sent on { $date }

desk-detail = { $label }: { $value }

desk-cut = { $start }… (type { $code } to see all of it)

desk-colleague = Entered for a colleague.

desk-changed-confirmed = ✏️ Changed since it was confirmed: { $fields }.

desk-changed-returned = ✏️ Changed since it was returned: { $fields }.

desk-fields = { $before }, { $one }

desk-field-subject = for whom

desk-field-name = name

desk-field-unit = unit

desk-field-titles = titles

desk-field-commendations = commendations

desk-field-position = position

desk-field-representative = representative

desk-field-staffCount = number of staff

desk-field-topic = initiative or topic

desk-field-targets = targets

desk-field-notes = notes

desk-line = { $number }. **{ $name }** · { $unit } · { $awards }

desk-sender-unknown = ⚠️ The sender is not verified: this pledge is counted apart.

desk-sender-refused = ⛔ The sender was not recognised as somebody of the unit: this pledge is not counted.

desk-sender-declared = ⚠️ The sender is not verified. Confirming this pledge also says that they are of the unit.

desk-late = Sent after the phase had closed.

desk-pledge-confirm = ✅ Confirm { $number }

desk-pledge-return = ↩ Return { $number }

desk-confirmed = ✅ Confirmed: **{ $code }** of { $name }.

desk-confirmed-unknown = The sender is not verified, so this pledge stays counted apart.

desk-confirmed-refused = The sender was not recognised as somebody of the unit, so this pledge is still not counted.

desk-confirmed-declared = The sender is now known to be of the unit.

desk-stale-submitted = The sender has just changed **{ $code }**, at { $at }. Please look at what it says now and decide:

desk-waiting = **{ $code }** waits for confirmation, so this cannot be done yet.

desk-stale-confirmed = **{ $code }** was confirmed by { $by } at { $at }.

desk-stale-returned = **{ $code }** was returned by { $by } at { $at } and waits for its sender.

desk-stale-included = 🔒 **{ $code }** is on the office's closed list, updated at { $at }.

desk-stale-withdrawn = **{ $code }** was withdrawn by its sender at { $at }.

desk-stale-undone = **{ $code }** was taken back by its sender at { $at }; it counts as not sent.

desk-all = ✅ Confirm all ({ $count })

desk-all-first = ✅ Confirm the { $count } that waited longest

desk-all-ask = Confirm all **{ $count } pledges** that wait in { $phase }? They are exactly these:

desk-all-ask-first = Confirm the **{ $count } pledges** that waited longest, of { $all } in { $phase }? They are exactly these:

desk-all-yes = ✅ Yes, confirm { $count }

desk-all-done = ✅ Confirmed { $count }.

desk-all-changed = What waits has just changed, so I confirmed none.

desk-none-waiting = No pledge waits for confirmation.

## Returning

desk-return-anyway = Drop what I was doing, return the pledge

desk-reason = Reason

desk-reason-ask = Why do you return **{ $code }**? Please type it in one message; the sender reads it word for word.

desk-reason-empty = The reason is empty. Please type a few words so that the sender knows what to change.

desk-reason-long = The reason has { $length } characters, more than the { $most } allowed. Please shorten it.

desk-return-review = **Return { $code }**

desk-return-note = The sender is told within minutes in office hours, changes what was sent and sends it again.

desk-return-send = ↩ Return it

desk-returned = ↩ Returned: **{ $code }** of { $name }. Reason: “{ $reason }”

## The digest

digest-heading = 🗂 **New for you, and what waits for you**

digest-returned = ↩ **{ $code }** ({ $phase }) was returned to be changed. Reason: “{ $reason }”

digest-confirmed = ✅ **{ $code }** ({ $phase }) was confirmed by your unit.

digest-included = 🔒 **{ $code }** ({ $phase }) is on the office's list; from now on it cannot be changed or withdrawn here.

digest-reopened = 🔓 **{ $code }** ({ $phase }) was reopened by the campaign office; you can change or withdraw it.

digest-result = 🏅 **{ $code }** ({ $phase }) has its result.

digest-change = ✏️ Change and send { $code } again

digest-confirm = { $count } new pledges wait for your confirmation:

digest-confirm-line = { $number }. { $name } · { $unit }

digest-more = … and { $more } more.

digest-newcomers =
    { $count ->
        [one] 1 person newly says to be of the unit and waits to be confirmed.
       *[other] { $count } people newly say to be of the unit and wait to be confirmed.
    }

digest-list = { $count } more pledges were confirmed by their units and can go on a list.

## Who is missing

missing-none = Nobody on the unit's roster is missing in { $phase }.

missing-no-roster = The campaign office has not loaded the unit's roster yet, so I do not know who has not registered.

missing-list = **{ $count } people on the roster have no pledge in { $phase }:**

missing-cut = I name the first { $count }; those reminded today come last.

missing-open = { $number }. { $name } · { $unit }

missing-no-account = { $number }. { $name } · { $unit } · does not use the bot yet

missing-off = { $number }. { $name } · { $unit } · has reminders off

missing-reminded = { $number }. { $name } · { $unit } · reminded today

missing-remind = 🔔 Remind these { $count }

missing-reminded-now = 🔔 I remind { $count }. Not reminded: { $reminded } already today, { $off } with reminders off, { $accountless } who do not use the bot yet.

missing-nobody-to-remind = Nobody is left to remind: { $reminded } already today, { $off } with reminders off, { $accountless } who do not use the bot yet.

missing-ask =
    🔔 Your unit's coordinator asked me to remind you: you have no pledge in { $phase } yet (it closes on **{ $date }**).

    Registering is voluntary. If you would like to take part, the button below begins it at once.
