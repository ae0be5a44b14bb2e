## Registering by one message

quick-this = this

quick-doubt-several = __“{ $said }” may be several units; those stand at the top of the list.__

quick-doubt-unknown = __The list has no “{ $said }”.__

quick-doubt-not-valid = __“{ $said }” no longer exists; its successor, if any, stands at the top of the list.__

quick-doubt-level = __Your message leaves open which one or which level; what it may be stands at the top of the list.__

quick-doubt-contradiction = __Your message speaks both of an individual and of a collective.__

quick-unfinished = You have an unfinished form, so I have not taken down your message. Go on with the form, or discard it and send the message again.

quick-first-of = This message holds { $count } pledges. I open the first; please send the others one message each.

quick-foreign = I do not take this down: { $unit } is not a unit that you look after. Its coordinator or the person themself can send it.

quick-change-old = ✏️ Change { $code }, sent before

quick-too-long = The message is longer than { $longest } characters, so I have taken down no line. Please split it.

quick-too-many = The message holds more than { $most } pledges, so I have taken down no line. Please split it.

## Several lines

quick-list-review = **I understood { $count } pledges**; please check them

quick-list-counts = Complete: { $ready } · Incomplete: { $missing } · Duplicate: { $twin } · Outside your units: { $foreign }. Only complete lines are recorded, all at once.

quick-list-unclear = unclear

quick-row-ready = { $number }. ✔ { $who } · { $unit } · { $awards }

quick-row-missing = { $number }. ❓ { $who } · { $unit } · { $awards } (missing: { $fields })

quick-row-twin = { $number }. ⚠ { $who } · { $unit } · { $awards } (same as line { $of })

quick-row-twin-sent = { $number }. ⚠ { $who } · { $unit } · { $awards } (pledge { $of } stands in this phase)

quick-row-foreign = { $number }. ✖ { $who } · { $unit } · { $awards } (not a unit that you look after)

quick-row-note = Line { $numbers }: { $note }

quick-row-and = { $before }, { $one }

quick-row-heading = **Line { $number }**: { $who }

quick-row-field = Line { $number }, { $label }

quick-list-send = ✔ Record { $count } complete lines

quick-list-more = ➕ Complete the others

quick-list-none = No line can be recorded yet. Please look at the reason on each line, add what is missing if anything is, or stop.

quick-list-sent = ✅ { $count } pledges are recorded for { $phase }. Receipt codes:

quick-list-recorded = • { $name }: **{ $code }**

quick-list-left = { $count } other lines are not recorded. Send them again when they are complete.
