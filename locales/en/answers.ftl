## Time

answer-campaign = The movement
answer-weekday-name = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  }

answer-close-ahead = { $name } ends on **{ $date }** ({ $weekday }): **{ $days } days** are left.
answer-close-weeks = { $name } ends on **{ $date }** ({ $weekday }): **{ $weeks } { $weeks ->
    [one] week
   *[other] weeks
  }{ $rest ->
    [0] { "" }
    [one] { " " }and { $rest } day
   *[other] { " " }and { $rest } days
  }** are left ({ $days } days).
answer-close-tomorrow = { $name } ends **tomorrow, { $date }** ({ $weekday }): 1 day is left.
answer-close-today = **Today, { $date } ({ $weekday }), is the last day**: { $name } ends when the day is over.
answer-close-past = { $name } has ended: it ended on **{ $date }** ({ $weekday }), **{ $days } { $days ->
    [one] day
   *[other] days
  }** ago.

answer-event-ahead = { $name }: **{ $date }** ({ $weekday }), **{ $days } days** from now.
answer-event-weeks = { $name }: **{ $date }** ({ $weekday }), **{ $weeks } { $weeks ->
    [one] week
   *[other] weeks
  }{ $rest ->
    [0] { "" }
    [one] { " " }and { $rest } day
   *[other] { " " }and { $rest } days
  }** from now ({ $days } days).
answer-event-tomorrow = { $name }: **tomorrow, { $date }** ({ $weekday }), 1 day from now.
answer-event-today = { $name }: **today, { $date }** ({ $weekday }).
answer-event-past = { $name }: **{ $date }** ({ $weekday }), { $days } { $days ->
    [one] day
   *[other] days
  } ago.

answer-start = { $name } started on **{ $start }** ({ $weekday }).
answer-start-ahead = { $name } has not started yet: it starts on **{ $start }** ({ $weekday }), **{ $days } { $days ->
    [one] day
   *[other] days
  }** from now.
answer-start-today = { $name } starts **today, { $start }** ({ $weekday }).
answer-start-past = { $name } started on **{ $start }** ({ $weekday }); today is day { $days }.
answer-start-over = { $name } started on { $start } and has ended: it ended on **{ $close }**.
answer-start-differs = { $name } is given from { $start }: two places in the document differ.

answer-dates = { $name }: from **{ $start }** to the end of **{ $close }**.
answer-length = { $name } lasts **{ $days } days**, from { $start } to the end of { $close } (first and last day included).
answer-weekday = { $date } is a **{ $weekday }**.
answer-no-such-day = There is no such day in the calendar; please check it.
answer-day = { $weekday }, **{ $date }**

answer-now-before = Today is { $date }: the movement has not started yet. { $phase } starts on **{ $start }**, { $days } { $days ->
    [one] day
   *[other] days
  } from now.
answer-now-phase = Today is { $date }: the movement is in **{ $phase }** (from { $start } to the end of { $close }), **{ $days } { $days ->
    [one] day
   *[other] days
  }** left.
answer-now-last-day = Today, { $date }, is **the last day of { $phase }**: it runs until the end of the day.
answer-now-between = Today is { $date }: { $previous } was over on { $close }; { $phase } starts on **{ $start }**, { $days } { $days ->
    [one] day
   *[other] days
  } from now.
answer-now-after = Today is { $date }: the movement **has ended** (on { $close }), { $days } { $days ->
    [one] day
   *[other] days
  } ago.

answer-phases = The movement has { $count } { $count ->
    [one] phase
   *[other] phases
  }:
answer-no-such-phase = The movement has no phase { $number }; its phases are { $count }:
answer-phase-line = **{ $name }**: from { $start } to the end of { $close }; at its close, { $work }.
answer-at-close = { $name } ends on { $close }; then comes the { $work }.
answer-at-close-past = { $name } ended on { $close }; at its close: { $work }.
answer-no-milestone = No milestone of the movement lies ahead.

## What cannot be answered

answer-unknown = The material of the movement that I have does not say, and I would rather not guess. Please ask the campaign office of your agency.
answer-unclear = I did not quite understand. I answer questions about the movement, take registrations and send reminders; please write briefly, for example “when does phase 2 end”, “what is the theme”, “register”.
answer-clarify = Which of these do you mean?
answer-off-topic = This is outside the emulation movement, so I cannot answer it. Please ask me about its dates, content, titles or how to register.
answer-off-topic-privacy = I do not give out other people's information or registrations. To see your own, write “my data”.
answer-off-topic-denunciation = I do not take complaints or denunciations. Please use the official reception office or the competent authority, where you are protected by law.
answer-off-topic-case = I have no information about inspections or cases. Please contact the competent authority through its official channels.
answer-off-topic-other-agency = I only know the movement of our own agency, not those of others.
answer-off-topic-instructions = I am the automatic assistant of the emulation movement and do only that. Please ask me anything about the movement.

## Courtesies

answer-greeting = Hello! I am the automatic assistant of the emulation movement. Ask me in your own words, or write “register” to begin.
answer-thanks = You are welcome. All the best with your work!
answer-bye = Goodbye, see you again!
answer-who = I am the automatic assistant (not a person) of the emulation movement: I answer questions, take registrations and send reminders.
answer-fine = All right. Write to me whenever you need anything else.
answer-sorry = No harm done. Write to me whenever you need anything about the movement.
answer-abuse = I will leave that one; whenever you have a question about the movement, I am here.

## About registering here

answer-how-change = Yes, you can change it. Write “change my pledge”, or press “Change” under your pledge; what you sent changes only when you send the new version.
answer-how-withdraw = You can withdraw it. Write “withdraw”; I ask once more before I do it. A withdrawn pledge stays in your history, and you may register again.
answer-how-several = Yes, here you can tick several titles and several commendations in one pledge. How they are considered is for the emulation council.
answer-how-in-time = You can still send a pledge here. One that is sent after a phase has closed is marked so, and the campaign office decides on it.
answer-how-seen-by = In the bot only you can see your pledge: I show it to no colleague and say nothing of it in a group. It is kept so that the agency can compile the pledges.
answer-how-counted = I cannot count here yet how many people or units have registered. Please ask the campaign office of your agency.
answer-how-for-others = Yes. For a unit, choose “Collective” in the first step; for a colleague, choose “Individual” and type their name. Write “register” to begin.
answer-how-human = I am an automatic assistant and cannot put you through to a person. Please ask the campaign office of your agency.

## What the person wants done

answer-action-register = I am opening the registration for you.
answer-action-my-pledge = I am opening your registration.
answer-action-change-pledge = I am opening your registration so that you can change it.
answer-action-withdraw-pledge = I am opening the withdrawal; nothing is withdrawn until you confirm.
answer-action-ask = Ask me in your own words, for example “what is the theme”.
answer-action-language = I am opening the choice of language.
answer-action-reminders-off = I am turning your reminders off.
answer-action-reminders-on = I am turning your reminders on.
answer-action-reminders = I am opening your reminder schedule.
answer-action-my-data = I am opening your data.
answer-action-delete-data = I am opening your personal data.
answer-action-submit-story = I cannot take stories of good people and good deeds in this version. Please send yours to the campaign office of your agency.
answer-action-join-event = I cannot sign you up for activities in this version. Please tell the campaign office of your agency.
answer-action-help = I am opening the help.
answer-action-latest-news = News of the movement is sent straight into this chat as soon as the office announces it; there is nowhere else to look.
answer-action-news = I am opening the office's news.
