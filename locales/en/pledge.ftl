## Registering

pledge-subject = Subject

pledge-subject-ask = For whom are you registering?

pledge-subject-individual = Individual

pledge-subject-collective = Collective

pledge-name = Full name

pledge-name-ask = The full name of the person who registers?

pledge-name-empty = “Full name” is empty. Please type the full name, for example: Nguyễn Thị Lan.

pledge-name-long = The name is { $length } characters long, more than the 80 allowed. Please type just the full name.

pledge-name-letters = “Full name” takes letters and spaces only, for example: Nguyễn Thị Lan.

pledge-name-short = Please type family and given name, for example: Nguyễn Thị Lan.

pledge-whose = Registered for

pledge-whose-ask = The pledge of **{ $name }**: is it your own, or do you enter it for somebody else?

pledge-whose-self = Myself

pledge-whose-colleague = A colleague

pledge-whose-is-self = myself

pledge-whose-is-colleague = a colleague

pledge-unit = Unit

pledge-unit-ask = Which unit? Pick it or type a part of its name, with or without diacritics.

pledge-unit-sample = __The list below is sample data, waiting for the agency's real one.__

pledge-titles = Award titles

pledge-titles-ask = Which award titles do you pledge to strive for? You can tick several; for none, pick “Done”.

pledge-commendations = Commendations

pledge-commendations-ask = Which commendations? You can tick several; for none, pick “Done”.

pledge-awards-none = You have picked neither a title nor a commendation. At least one is needed; to pick a title, press “Back”.

pledge-representative = Representative

pledge-representative-ask = The full name of who represents the collective? It can be skipped.

pledge-staff-count = Number of staff

pledge-staff-count-ask = How many people does the collective have? It can be skipped.

pledge-staff-count-wrong = This takes the number of people alone, for example 12. If you have none, pick “Skip”.

pledge-topic = Initiative or topic

pledge-topic-ask = The name of the initiative or topic for the emulation fighter title? If there is none yet, skip it; it can be added later.

pledge-position = Position

pledge-position-ask = The position, for example “Inspector”? It can be skipped.

pledge-targets = Targets

pledge-targets-ask = Targets to strive for, in your own words? They can be skipped.

pledge-notes = Notes

pledge-notes-ask = Anything to note? It can be skipped.

pledge-words-long = That is { $length } characters long, more than the { $longest } allowed. Please shorten it.

pledge-words-empty = This is empty. Type a few words, or pick “Skip”.

pledge-more = ➕ Add details (optional)

pledge-none = none

pledge-card =
    • Subject: { $subject }
    • Name / collective: { $name }
    • Unit: { $unit }
    • Award titles: { $titles }
    • Commendations: { $commendations }

pledge-card-collective =
    • Subject: { $subject }
    • Unit: { $unit }
    • Award titles: { $titles }
    • Commendations: { $commendations }

pledge-card-line = • { $label }: { $value }

pledge-card-colleague = • Entered for a colleague

## Review

pledge-review = **Please check your pledge**

pledge-review-change = **Changing pledge { $code }**. What you sent changes only when you press “Send the change”.

pledge-review-quick = **This is how I understood the pledge**; please check it

pledge-to-consent = Correct, go on

pledge-send-change = Send the change

pledge-send = ✔ Send the pledge

pledge-late-begin = This phase has closed. You can still register; the pledge is recorded as sent after the closing date, and the campaign office will decide.

pledge-note-cstdcs = Note: under Article 23 of the 2022 Law on Emulation and Commendation, a grassroots emulation fighter (CSTĐCS) must also be an advanced worker (LĐTT), which this pledge does not include. You can still send it.

pledge-note-cstdt = Note: under Article 22 of the 2022 Law on Emulation and Commendation, the ministerial or provincial fighter title looks at people with three grassroots fighter titles (CSTĐCS) in a row and an initiative or topic. I have no record of earlier years.

pledge-note-ttldxs = Note: under Article 27 of the 2022 Law on Emulation and Commendation, an excellent collective (TTLĐXS) has a grassroots fighter (CSTĐCS) among its people; I see no pledge for that title from this unit in this phase yet.

pledge-note-law = __Criteria as in the 2022 law, before its 2026 amendment; compare with the official text.__

pledge-note-not-individual = Note: a title in this pledge is for collectives, while the pledge is an individual's.

pledge-note-not-collective = Note: a title in this pledge is for individuals, while the pledge is a collective's.

pledge-note-twin = Note: there is already pledge { $code } for this very name and unit in this phase. Sending this adds another one.

pledge-note-colleague = This is entered for a colleague, and is marked so.

pledge-note-late = Note: this phase has closed. Your pledge is still recorded, as sent after the closing date; the campaign office will decide.

pledge-note-council = __I do not judge eligibility: the Emulation and Commendation Council does.__

## Consent

consent = Consent to data processing

consent-ask =
    What may I use the name, position, unit and pledge for? Tick each purpose that you agree to; you can see, change or withdraw at any time. Your unit's coordinator sees the pledge and confirms it. When it sends news, the campaign office sees the names and units of those who get it, and who has read it.

    __Data controller: { $controller }. Basis: Law on Personal Data Protection 91/2025/QH15, Decree 356/2025/NĐ-CP.__

consent-register = Compiling the registrations (required)

consent-remind = Reminding me before dates

consent-count = Statistics without names

consent-needed = Without consent to “Compiling the registrations” I may not store the pledge. Tick it and send, or pick “Stop” to keep the draft.

## After sending

pledge-sent = ✅ Your pledge is recorded for { $phase }. Receipt code: **{ $code }**

pledge-sent-next = Keep this code. You can change or withdraw the pledge right here, or undo it within { $minutes } minutes. Reminders: on.

pledge-sent-next-quiet = Keep this code. You can change or withdraw the pledge right here, or undo it within { $minutes } minutes. Reminders: off.

pledge-changed = ✅ Pledge **{ $code }** is changed. It now reads:

pledge-nothing-yet = You have not sent a pledge in this campaign.

pledge-only-draft = You have one form begun and not sent.

pledge-status-submitted = **{ $code }** · { $phase } · sent, waiting for the unit to confirm, last changed on { $date }

pledge-status-withdrawn = **{ $code }** · { $phase } · withdrawn on { $date }

pledge-status-line =
    { $heading }
    { "  " }{ $name }

pledge-list-own = **You have { $count } pledges.** Pick one to see, change or withdraw it.
pledge-list-own-cut = These are the last { $count } pledges that you sent; of others, type the receipt code. Press one to see, change or withdraw it.

pledge-unchanged = You changed nothing, so I sent nothing; **{ $code }** stays as it was.

pledge-sender-unknown = ⏳ Nobody has confirmed yet that you are of the unit, so this pledge is counted apart until somebody does.

pledge-sender-refused = ⚠️ The coordinator or the office did not recognise you as one of the unit, so this pledge is not counted. Please look at the unit you gave, or ask for a pairing code.

## Looking up

receipt-none = I do not see **{ $code }** among the pledges that you may see. Please check the code; the pledge of somebody else is seen by its sender, the unit's coordinator and the office alone.

receipt-desk = **{ $code }** · { $phase } · { $state }, updated { $date }

pledge-which = You have several pledges. Which one?

pledge-none-standing = I find no standing pledge of yours for this.

register-again = You already have the individual pledge **{ $code }** in this phase. Change it, or add another (for a collective or somebody else)?

withdraw-ask = Withdraw pledge **{ $code }**?

withdraw-done = Pledge **{ $code }** is withdrawn. It stays in your history as “withdrawn”; you can register again at any time.

## Undo

menu-undo-pledge = ↩ Undo, open it again

undo-done = Pledge **{ $code }** that you just sent is taken back; it counts as not sent. Change it and send it again, or stop.

undo-late = Pledge **{ $code }** was sent more than { $minutes } minutes ago or has changed since, so it cannot be undone. You can still change or withdraw it.

undo-all = ↩ Undo all { $count }

undo-all-done = All { $count } pledges just sent are taken back, as if they had not been sent.

undo-nothing = Nothing sent in the last { $minutes } minutes can be undone. What was sent you can change or withdraw.
