## The desk of the campaign office

menu-unit-counts = 📊 Registration figures
menu-counts-export = ⬇️ Get the spreadsheet
menu-list-close = 🔒 Close the list
menu-list-close-yes = 🔒 Close the list
menu-pledge-reopen = 🔓 Reopen

help-figures = • Figures, lists and results: type “registration figures”

answer-action-unit-counts = I open the registration figures.

counts-not-yours = The figures of the whole agency are for the campaign office. Your own part is under “My pledges”.

counts-heading =
    📊 **Figures of { $phase }**: { $confirmed } confirmed · { $submitted } waiting · { $returned } returned · { $included } on a list.
    Of these { $unverified } are of unverified people, who are counted apart and go on no list.

counts-unit = • { $unit }: { $confirmed } confirmed, { $submitted } waiting, { $returned } returned, { $included } on a list; of these unverified { $unverified }; { $missing }

counts-missing = not registered { $number }

counts-no-roster = no roster of this unit yet

counts-more = … and { $more } more units, see the spreadsheet.

counts-by-award = By title and commendation:

counts-award = • { $award }: { $all }, { $confirmed } with confirmation; of these unverified { $unverified }

counts-pledges = 🗂 The pledges

counts-coming = I am making the table; it comes in a moment.

counts-file-ready = 📊 Registration figures up to { $at }. The table holds figures only, no names.

counts-agreed = Pledges of people who did not agree to statistics are left out, so the figures may be lower than on the screen.

counts-no-files = This channel takes no files. Please ask for the table on another one.

counts-file = registration-figures

counts-sheet = Figures

counts-column-phase = Phase

counts-column-unit = Unit

counts-column-award = Title or commendation

counts-column-submitted = Waiting

counts-column-confirmed = Confirmed

counts-column-returned = Returned

counts-column-included = On a list

counts-column-unverified = Of these sender not verified

counts-all-awards = (all pledges)

## Lists

list-close = 🔒 Close the list of { $phase }

list-ask = Put the **{ $count } confirmed pledges** of { $phase } on a list and lock them? After that their senders cannot change or withdraw them; each can be reopened.

list-apart = { $unverified } pledges of unverified people are counted apart and go on no list.

list-close-yes = 🔒 Yes, close with { $count }

list-nothing = { $phase } has no confirmed pledge of a verified sender for a list.

list-changed = The confirmed pledges have just changed, so I did not close the list.

list-done = 🔒 Closed: { $count } pledges of { $phase }.

desk-pledge-reopen = 🔓 Reopen { $number }

desk-reopened = 🔓 Reopened: **{ $code }** of { $name }; it is confirmed again.

## Results and dossiers

menu-result-open = 🏅 Results
menu-result-set = 🏅 Note the result
menu-result-higher = ⬆️ A higher one
menu-dossier-open = 📁 Dossier
menu-dossier-tick = ☑ It is there

desk-result-open = 🏅 Results { $number }

result-heading = 🏅 **Results of { $code }**, { $name }

result-line = { $number }. { $words }

result-none = { $award }: no result noted yet

result-note = __The emulation and commendation council decides; here its results are only noted.__

result-achieved = { $number } · Achieved

result-not = { $number } · Not

result-higher = { $number } · A higher one

result-higher-ask = Which one is proposed instead of { $award }?

result-back = ↩ Back to the results

result-dossier = 📁 Dossier { $number }

dossier-heading = 📁 **Dossier for { $award }**, { $code } of { $name }

dossier-open = ☐ { $number }. { $name }

dossier-done = ☑ { $number }. { $name } · there since { $date }

dossier-tick = ☑ There { $number }

dossier-untick = ☐ Not there { $number }
