form-step = __Step { $step }/{ $steps }__

form-changing = __Changing__

form-draft = You typed: “{ $draft }”

form-review-line = • { $label }: **{ $value }**

form-two-lines =
    { $above }
    { $line }

form-ticked = ☑ { $option }

form-unticked = ☐ { $option }

form-ticks-done = ✔ Done, go on

form-skip = Skip

form-clear = Leave empty

form-page-before = ◀ Previous page

form-page-after = Next page ▶

form-back = ↩ Back

form-edit = ✏️ Change something

form-stop = Stop

form-which-field = What would you like to change?

form-stop-ask = Stop here? What you have filled in stays as it is if you leave it for later.

form-stay = No, go on

form-keep = Leave it for later

form-drop = Discard it

form-kept = Your form is kept. Whenever it suits you, press or type “go on” to continue from here.

form-dropped = The form is discarded. Nothing was sent.

form-welcome-back = Let us go on where you left off.

form-still-open = Not finished yet: { $place }.

form-place = step { $step }/{ $steps }, { $what }

form-at-review = look through before sending

form-at-edit = pick what to change

form-present = It says now: **{ $value }**

form-same = Leave as it is

form-right-or-stop = You typed “dung”: does it mean “đúng” (right) or “dừng” (stop)?

form-unfinished = You have an unfinished form. Opening something new discards it.

form-nothing-open = There is no open form.

form-outdated = The form has changed since you began, so the old one cannot go on; we are sorry. What you had filled in: { $typed }

form-at-start = This is the first step.

form-stale = That button belongs to an earlier step, so I left it aside.

form-not-text = At this step I need words or a choice; I cannot read pictures, stickers or files.

form-choice-unclear = I found nothing like that for “{ $label }”. Pick from the list, or type a part of the name.

form-many-unclear = I did not understand all of “{ $label }”. Tick items in the list, or type their numbers, for example “1,3”; type “done” when finished.

form-several = Several fit. Please pick one:

form-review-unclear = I did not understand. Type “send” to go on, the name of what to change (for example “unit”), or use the buttons below.

form-edit-unclear = I am not sure which one. Please pick one below.

form-sure = Is “{ $value }” really the { $label }?

form-sure-yes = Yes, take it

form-sure-no = No, type it again

form-not-sent = Nothing has been sent. To send, press the button or type “send”.

form-nudge = You have a form begun on { $date } and not sent. I keep it until { $until } and will not ask again.

form-expired = The form that you had begun lay for more than { $days } days, so I do not keep it any longer. Nothing was sent; begin a new one when you need it.
