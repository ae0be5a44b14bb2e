## What the bot says in a group

group-introduction =
    Good day, everyone! I am the automatic assistant of **{ $campaign }**.
    • Ask me about dates, contents, titles and commendations: mention me, reply to me, or type /hoi and your question. The dates: /moc
    • Registering and everything personal: please write to me privately, not here.
    • Administrators of the group choose whether it receives news: /tin

group-help =
    In a group I answer questions about the campaign: mention me, reply to me, or type /hoi and your question. The dates: /moc
    For registering and everything personal, please write to me privately.

group-private = This involves personal information: please write to me privately.

group-others = In a group I say nothing about anybody's pledge or personal information. For your own, please write to me privately.

group-trogiup = Write to the assistant privately
group-dangky = Register a pledge (privately)
group-cuatoi = My pledge (privately)
group-nhac = My reminders (privately)
group-dulieu = My data (privately)
group-ngonngu = Language (privately)

## Whether the group receives news

group-settings =
    Campaign news in this group:
    • The group: { $news }
    • The campaign office: { $allowed }
    • Sent to: { $where }

group-news-on = wants news
group-news-off = wants no news
group-allowed = allows it
group-not-allowed = does not allow it yet
group-where-general = the general topic of the group
group-where-here = this topic
group-where-elsewhere = another topic
group-where-closed = { $where } (closed, news cannot go there yet)
group-choice-news-on = 🔔 Receive news
group-choice-news-off = 🔕 No news
group-choice-thread-here = Send news to this topic
group-choice-thread-general = Send news to the general topic

group-not-administrator = Only administrators of the group can change this.

group-not-verified = I cannot verify right now that you administer this group, so nothing was changed. Please try again in a few minutes.

group-anonymous = This needs an administrator who writes under their own name: I cannot tell who writes as the group or a channel.

## For the office

group-untitled = (a group of unknown name)

group-office-present = The assistant was added to the group **{ $title }**. Campaign news does not go there yet: do you allow it?

group-office-silenced = The assistant cannot write in the group **{ $title }** (it lost the right). Campaign news does not go there for now; once it has the right again, an administrator of the group types /tin on there.

group-office-topic-closed = The topic that news goes to in the group **{ $title }** is closed or gone. Campaign news does not go there for now; it goes on once the topic is open again, or once an administrator of the group types /tin in another topic and chooses where to send.

group-office-back = The assistant can write in the group **{ $title }** again.

group-office-gone = The assistant is no longer in the group **{ $title }**. Campaign news does not go there any more.

group-office-moved = The group **{ $title }** was upgraded and has a new id; its settings are kept.

group-choice-enable = Allow news
group-choice-refuse = No

## The list of groups

group-list = **Groups with the assistant**: { $count }, of which { $ready } receive campaign news.

group-list-none = The assistant has not been added to any group.

group-list-unknown = That group is not in the list any more, or has changed. Please look at the list again.

group-line = **{ $title }**: { $state }; the office { $enabled }; the group { $news }.

group-state-present = active
group-state-silenced = cannot write
group-state-topic-closed = the topic for news is closed
group-state-gone = left

group-now-enabled = ✅ Campaign news may now go to the group **{ $title }**.

group-now-disabled = Campaign news does not go to the group **{ $title }**.

group-page-back = ◀️ Back
group-page-on = More ▶️

menu-groups = 👥 Groups
menu-group-enable = Allow: { $title }
menu-group-disable = Stop: { $title }
menu-group-forget = Leave out: { $title }

## What somebody has to look at

office-only = This is for the campaign office.

help-office =
    For the campaign office:
    • Sending campaign news: /tin
    • The groups with the assistant: /nhom
    • Trouble to look at: /viec
    • Lists of staff and units: send the .xlsx or .csv file here
    • Appointing coordinators, looking at a person: /nguoi and the name

menu-work = 🛠 Trouble to look at
menu-retry-update = Try number { $number } again

work-new = ⚠️ Something that came in could not be handled after several tries. It is kept to be tried again.

work-counts = **Trouble to look at.** Waiting: { $waiting }. Given up after several tries: { $parked }.

work-parked = { $number }. { $at }, { $who }: { $reason }

work-who-person = { $name } ({ $channel })
work-who-nameless = somebody on { $channel } who has declared no name
work-who-group = the group **{ $title }**

work-cause-database = it could not be written to the database
work-cause-program = the program failed while handling it

office-trouble-misconfigured = ⚠️ **Needs an administrator:** { $channel } refuses all my messages, most likely because the token is not valid any more. They are kept and tried again for about an hour.

office-trouble-repeated = ⚠️ **Needs an administrator:** the same words went too often within an hour to { $who }, so I stopped sending them.

work-repeated = In the last 24 hours { $count } messages on { $channel } were stopped because one place was told the same too often; the last one at { $at }.

work-retried = It was put back into the queue.

work-not-parked = That is not among what was given up any more. Please look at the list again.
