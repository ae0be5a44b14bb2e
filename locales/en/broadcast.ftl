## What goes out

broadcast-heading-news = 📣 **From the campaign office**
broadcast-heading-remind = 🔔 **A reminder: please read the message below and press “Read”**
broadcast-heading-correct = 📣 **From the campaign office** (corrected)

broadcast-acknowledge = ✅ Read
broadcast-acknowledged = Noted that you have read it. Thank you.
broadcast-acknowledged-test = This is only a preview, so nothing was noted. Once it is really sent, whoever presses this is noted as having read it.

broadcast-button-dangky = 📝 Register a pledge
broadcast-button-cuatoi = 📄 My pledge
broadcast-button-moc = 📅 Dates

## Writing

news-not-allowed = Only the campaign office may send campaign news.

broadcast-text = Message
broadcast-ask = Type the message, or send one photo or document with words. Bold, italics and links are kept. Nothing goes out until you have looked it over and pressed send.
broadcast-ask-words = Type the message. Here it can be words alone, without photos, documents, bold or italics. Nothing goes out until you have looked it over and pressed send.
broadcast-ask-list = What was sent before: /tin
broadcast-ask-correction = Type the whole corrected message. It takes the place of what was sent.
broadcast-empty = The message is empty. Please type what to send.
broadcast-long = The message has { $length } characters, more than the { $longest } allowed. Please shorten it.
broadcast-long-caption = The words with the file have { $length } characters, more than the { $longest } allowed. Please shorten them.
broadcast-with-file = { $file } { $words }
broadcast-file-photo = 🖼 (photo)
broadcast-file-document = 📎 (document)
broadcast-only-file = (a file alone)

broadcast-extras = Buttons
broadcast-extras-ask = Should buttons stand under it? At most { $most }, not counting “Read”. If none are needed, press “Done”.
broadcast-extra-dangky = 📝 Register a pledge
broadcast-extra-cuatoi = 📄 My pledge
broadcast-extra-moc = 📅 Dates
broadcast-extra-links = 🔗 Links to web pages
broadcast-extra-acknowledge = ✅ “Read”, and see who has not

broadcast-extras-many = { $links ->
    [0] At most { $most } buttons fit under a message. Please take one tick away.
    [1] At most { $most } buttons fit under a message, and a link is one too. Please take one tick away.
   *[other] At most { $most } buttons fit under a message, and the { $links } links that you typed are buttons too. Please take a tick away, or go back and change the links.
}

broadcast-links = Links
broadcast-links-ask = One link a line, the label first, then the address, at most { $most }. For example: See the plan | https://camau.gov.vn/plan
broadcast-links-unclear = I cannot read the link in “{ $line }”. Please type the label and then an address that begins with https://, for example: See the plan | https://camau.gov.vn/plan
broadcast-links-label = Each link needs a short label before it, of at most 60 characters.
broadcast-links-many = You typed { $given } links, and there is room for { $most } (3 buttons at most). Please type them again with fewer.

broadcast-to = Recipients
broadcast-to-ask = Who should get it?
broadcast-to-people = Everyone (in private)
broadcast-to-both = Everyone and the groups
broadcast-to-groups = The groups only
broadcast-to-chosen = Choose by unit, role, channel…
broadcast-to-remind = those who have not pressed “Read”
broadcast-to-correct = those who have the message that is corrected
broadcast-option = { $label } · { $count }
broadcast-and = { $before }, { $part }
broadcast-none = none
broadcast-all = all

broadcast-places = Places
broadcast-places-ask = Where should it go?
broadcast-units = Units
broadcast-units-ask = Which units? No tick means all of them.
broadcast-roles = Roles
broadcast-roles-ask = Which roles? No tick means all of them.
broadcast-role-staff = Staff
broadcast-role-coordinator = Unit coordinators
broadcast-role-office = Campaign office
broadcast-role-owner = Owners
broadcast-pledge = Registration
broadcast-pledge-ask = By their registration in { $phase }?
broadcast-pledge-with = People registered in { $phase }
broadcast-pledge-without = People not registered in { $phase }
broadcast-channels = Channels
broadcast-channels-ask = By which channels? No tick means all of them, each person once.
broadcast-channel-telegram = Telegram
broadcast-channel-zalo-bot = Zalo Bot
broadcast-channel-zalo-oa = Zalo OA
broadcast-channel-web = Web page

broadcast-time = When
broadcast-time-ask = When should it go out?
broadcast-time-now = Right after looking it over
broadcast-time-later = At a time
broadcast-at = At
broadcast-at-ask = Type the time, for example: 16:30, tomorrow 8:00, 20/11 8:00
broadcast-at-unclear = I am not sure which time you mean. Please type it like: 16:30, tomorrow 8:00, 20/11 8:00
broadcast-at-now-or-seven = Do you mean now, or at seven? Type “now”, or the time as 7:00.
broadcast-at-no-such-day = There is no such day. Please look at the day and month again.
broadcast-at-past = { $at } is over; it is { $now } now. Please choose a time to come.
broadcast-at-past-day = { $day } is over; it is { $now } now. Please choose a time to come.
broadcast-at-either = Do you mean { $one } or { $other }? Please type just that one.
broadcast-at-no-time = At what time on { $day }? Please type time and day, for example: 16:30 { $day }

broadcast-review = **Look it over before it goes out**
broadcast-review-correction = **Look over the correction.** Places that have the message: { $count }
broadcast-count = **It will reach { $total } { $groups ->
    [0] people
   *[other] places
}**
broadcast-count-channel = • { $channel }: { $people } people, { $groups } groups
broadcast-excluded = • Will not get it: { $count } ({ $why })
broadcast-excluded-blocked = have blocked the assistant
broadcast-excluded-no-chat = have never opened the assistant
broadcast-excluded-other-channel = are not on the chosen channels
broadcast-excluded-no-files = their channel does not carry this file
broadcast-excluded-group-not-enabled = groups that the office has not let have news
broadcast-excluded-group-no-news = groups that turned news off
broadcast-excluded-group-silenced = groups where the assistant may not write
broadcast-excluded-group-channel = groups not on the chosen channels, or that cannot have this file
broadcast-note-hours = ⚠️ { $at } is on a day off, or before 7:00 or after 20:00. It can go out all the same if you find it necessary.
broadcast-nobody = ⚠️ **Nobody can get this message now.** Please choose other recipients. People can be reached once they have opened the assistant, on Telegram or the web page; groups once they are let have news at /nhom.
broadcast-no-approver = ⚠️ **There is nobody to approve it.** It goes out only once somebody else of the office agrees, and you are the only one. Please ask the administrator to add another account to OWNERS, whose owner then writes to the assistant once.
broadcast-not-sent = Nothing was sent.
broadcast-note-approval = It goes out only once somebody else of the office agrees.
broadcast-note-correction = What was sent is changed in its place where the channel can. Those still waiting for it get the new words too. The buttons stay.

broadcast-preview-button = 👁 Preview
broadcast-preview = The recipients will see exactly this:
broadcast-test-button = 🧪 Send me a test
broadcast-tested = The test is on its way, to you alone.
broadcast-send = 📣 Send
broadcast-send-approval = 📨 Send for approval
broadcast-send-correction = ✏️ Correct

broadcast-sent = ✅ Taken: it goes to { $total } places ({ $audience }). The message below shows how far it is.
broadcast-sent-already = The news is already being sent; there is no need to press again.
broadcast-sent-later = ✅ It will go out at { $at }. Now it would reach { $total } places; the recipients are counted again when it goes out.
broadcast-sent-approval = ✅ Passed to the others of the office for approval. Nobody has been sent anything.
broadcast-correcting = ✅ What was sent is being changed. The message below shows how far it is.

## Progress

broadcast-state-awaiting = 📨 **Waiting for approval**
broadcast-state-scheduled = ⏰ **Goes out at { $at }**
broadcast-state-sending = 📣 **Going out**
broadcast-state-paused = ⏸ **Paused**
broadcast-state-cancelled = ⛔ **Cancelled**
broadcast-state-done = ✅ **All sent**
broadcast-state-partly = ✅ **Sent, though not to everyone**
broadcast-state-unheard = ⚠️ **Sent, without knowing whether it arrived**
broadcast-state-failed = ❌ **It could be sent to nobody**
broadcast-state-nobody = ⚠️ **Sent to nobody: when its time came, nobody could get it**

broadcast-short-awaiting = waiting for approval
broadcast-short-scheduled = scheduled
broadcast-short-sending = going out
broadcast-short-paused = paused
broadcast-short-cancelled = cancelled
broadcast-short-done = over

broadcast-about =
    “{ $words }”
    To: { $audience }

broadcast-bar = { $bar } { $percent }% of { $total }
broadcast-bar-cancelled = { $bar } { $percent }% of { $total } went out
broadcast-sent-all = Sent: { $sent }
broadcast-sent-waiting = Sent: { $sent } · Waiting: { $waiting }
broadcast-figure-failed = Could not be sent: { $count }
broadcast-figure-blocked = Have blocked the assistant or left: { $count }
broadcast-figure-unknown = The line broke off, so it may or may not have arrived; not sent again, so as not to double it: { $count }
broadcast-figure-cancelled = Dropped, not sent: { $count }

broadcast-remaining = About { $minutes } min left

broadcast-reason-failures = It paused itself because too many messages failed. Please look into it, then let it go on or cancel it.
broadcast-reason-missed = It was due more than a day ago and has not gone out. Please see whether it still holds, then let it go on or cancel it.
broadcast-reason-refused = The one who was asked did not agree.

broadcast-tripped = ⚠️ “{ $words }” **has paused itself** because too many messages failed. Please look into it.
broadcast-missed = ⚠️ “{ $words }” **has not gone out**: it was due more than a day ago. Please look into it.

menu-news-list = 📋 What was sent
menu-news-new = ✍️ Write a new one
menu-broadcast-open = 👁 See this one
broadcast-open-number = Open { $number }
menu-broadcast-pause = ⏸ Pause
menu-broadcast-resume = ▶️ Go on
menu-broadcast-cancel = ⛔ Cancel
menu-broadcast-cancel-yes = Cancel for good
menu-broadcast-approve = ✅ Let it go out
menu-broadcast-approve-now = ✅ Send it at once
menu-broadcast-refuse = Do not agree
menu-broadcast-retry = 🔁 Send again to the { $count } that failed
menu-broadcast-correct = ✏️ Correct what was sent
menu-broadcast-unread = 👀 Who has not read it
menu-broadcast-remind = 🔔 Remind exactly these { $count }
menu-broadcast-certificate = 📄 Delivery certificate

broadcast-list = **The latest messages**
broadcast-listed = { $number }. { $at } · { $state } · { $words }
news-offer = Is this the next message? I have kept it and sent it to nobody.
news-offer-yes = ✍️ Write this one
news-offer-no = No, it is a question
broadcast-gone = This can no longer be done: the message has moved on or is not there.
broadcast-own = You wrote it yourself, so somebody else has to approve it.
broadcast-approve-ask = 📨 **The message above waits for your approval.** If you agree, it goes out.

broadcast-cancel-held = ⏸ **It is paused** until you answer.
broadcast-cancel-ask = Up to now { $sent } messages are out and cannot be taken back. { $waiting } have not gone and will be dropped. Cancel for good?
broadcast-cancel-ask-unsent = It has gone to nobody yet. Cancel for good?
broadcast-done-cancel-unsent = ⛔ Cancelled. It went to nobody.
broadcast-done-pause = ⏸ Paused. The few on their way still arrive; the progress message has the figures.
broadcast-done-resume = ▶️ What waits goes out.
broadcast-done-cancel = ⛔ Cancelled; what had not gone is dropped. The few on their way still arrive; the progress message has the figures.
broadcast-done-approve = ✅ You agreed. It goes out now.
broadcast-done-approve-later = ✅ You agreed. It will go out at { $at }.
broadcast-approve-late = ⏰ It was to go out at { $at }, and it is { $now } now. Send it at once?
broadcast-done-refuse = You did not agree. It does not go out.
broadcast-done-retry = 🔁 Sending again to those that failed. The progress message has the figures.

broadcast-unread = **{ $count } have it and have not pressed “Read”:**
broadcast-unread-person = • { $name }
broadcast-unread-person-of = • { $name } ({ $unit })
broadcast-unread-nameless = • { $count } who gave no name
broadcast-unread-more = … and { $more } more
broadcast-all-read = All { $read } who have it pressed “Read”.
broadcast-rest-read = { $read } pressed “Read”; there is nobody left to remind.
broadcast-read-nobody = Nobody whom I can still write to has it in private, so nobody is known to have read it or not.
broadcast-unread-left = Cannot be reminded: { $left } who have it and have since blocked the assistant.
broadcast-unread-unreached = Not counting { $unreached } whom it has not reached.
broadcast-unread-groups = It also went to { $groups } groups; I do not know who in them has not read it.
broadcast-reminded = 🔔 They were reminded at { $at }. They can be reminded again from { $next }.
broadcast-reminding = 🔔 Reminding the { $count } who have not read it.

## Certificate

broadcast-certificate-coming = The certificate is being written and will be here in a moment.
broadcast-certificate-own = The certificate names the recipients, so only the author of the message gets it.
broadcast-certificate-no-files = This channel takes no files yet, so I cannot send the certificate here.
broadcast-certificate = 📄 Delivery certificate of “{ $words }”

certificate-file = delivery-certificate
certificate-sheet = Delivery certificate
certificate-title = Message
certificate-author = Author
certificate-approver = Approved by
certificate-audience = Recipients
certificate-read = Acknowledged in all
certificate-unnamed = name not given
certificate-state = State
certificate-clock = Clock
certificate-clock-of-server = the server's real time
certificate-nameless = A user of { $channel } who gave no name
certificate-group = Group { $title }
certificate-group-untitled = Group
certificate-started = Began
certificate-ended = Ended
certificate-written = Written
certificate-total = Recipients in all
certificate-number = No.
certificate-name = Name
certificate-unit = Unit
certificate-channel = Channel
certificate-address = Address
certificate-at = At
certificate-reason = Reason
certificate-detail = Error as given
certificate-attempts = Attempts
certificate-doubts = Unheard attempts
certificate-acknowledged = Read at

delivery-state-queued = Waiting
delivery-state-attempting = Going out
delivery-state-sent = Sent
delivery-state-failed = Failed
delivery-state-unknown = Unknown
delivery-state-cancelled = Cancelled
delivery-state-expired = Expired

delivery-reason-blocked = The recipient has blocked the assistant or left
delivery-reason-rejected = The channel does not take this message
delivery-reason-throttled = The channel asks to go slower; waiting to go on
delivery-reason-held = The channel asks to go slower; waiting to go on
delivery-reason-ambiguous = The line broke off, so it may or may not have arrived
delivery-reason-misconfigured = The channel is not set up right; the administrator should look
delivery-reason-unreachable = The channel could not be reached
delivery-reason-repeated = This place was told exactly the same several times within an hour
delivery-reason-stopped = The assistant was restarted meanwhile, so it may or may not have arrived
delivery-reason-cancelled = The office cancelled it before it went out
delivery-reason-other = Another reason
