## Welcome and what can be done

welcome = Welcome! I am the automatic assistant of **{ $campaign }**.

welcome-try = Ask me as you would ask a colleague, for example “when does { $phase } end?”, or pick something below.

help =
    I can help you with:
    • Questions about the campaign: dates, theme, contents, titles, commendations. Just type, with or without diacritics.
    • Registering a pledge, seeing, changing or withdrawing it: /dangky, /cuatoi; or just write, for example, “em là Nguyễn Thị Lan, văn phòng, đăng ký LĐTT”
    • The campaign's dates: /moc
    • Reminders before a closing date, on or off: /nhac
    • The data I hold about you: /dulieu
    • Language: /ngonngu

menu-register = 📝 Register a pledge
menu-register-new = Start a new one
menu-register-another = ➕ Add another one
menu-discard = 🗑 Discard the form
menu-resume = ▶️ Go on with the open form
menu-my-pledge = 📄 My pledges
menu-change-pledge = ✏️ Change
menu-change-anyway = Discard the open form and change this pledge
menu-withdraw-pledge = Withdraw
menu-withdraw-yes = Withdraw this pledge
menu-dates = 📅 Dates
menu-ask = ❓ Ask about the campaign
menu-reminders = 🔔 Reminders
menu-reminders-on = 🔔 Turn reminders on
menu-reminders-off = 🔕 Turn reminders off
menu-news = 📣 Send campaign news
menu-news-anyway = Discard the open form and write news

## Where we stand

stand-before =
    { $days ->
        [one] The campaign has not begun: { $phase } begins on **{ $date }**, in 1 day.
       *[other] The campaign has not begun: { $phase } begins on **{ $date }**, in { $days } days.
    }

stand-phase =
    { $days ->
        [0] Today, **{ $date }**, is the last day of { $phase }.
        [one] We are in **{ $phase }**, which ends on **{ $date }**: 1 day left.
       *[other] We are in **{ $phase }**, which ends on **{ $date }**: { $days } days left.
    }

stand-between =
    { $days ->
        [one] { $previous } has closed; { $phase } begins on **{ $date }**, in 1 day.
       *[other] { $previous } has closed; { $phase } begins on **{ $date }**, in { $days } days.
    }

stand-after =
    { $days ->
        [one] The campaign **has ended**: it closed on { $date }, 1 day ago.
       *[other] The campaign **has ended**: it closed on { $date }, { $days } days ago.
    }

dates-phase = **{ $phase }**: from { $start } to the end of { $close }. At closing: { $closing }.

## Asking

ask-how = Just type your question, short or long, with or without diacritics. Some that are often asked:

answer-sources = __Source: { $sources }__

command-unknown = I have no command /{ $command }. Pick something below, or type a question.

choice-stale = That button belongs to an earlier step and no longer works. Please pick again below.

text-empty = No words reached me. Type a question or pick something below.

text-no-words = I can only read words. Type a question in words or pick something below.

turn-failed = Something went wrong on my side with your last message. It is kept for inspection, and what you had filled in before is still there. Please try again.

not-readable = I cannot read pictures, stickers or files, only words. Please type it in words.

## Reminders

reminders-now-off = Reminders are off. I will not remind you of dates any more; turn them on again whenever you like.

reminders-now-on = Reminders are on. I only remind you while something is left for you to do before a closing date.

reminders-are-off = Your reminders are **off**.

reminders-coming = If you have no pledge by then, I will remind you at: { $dates }.

reminders-none = There is no reminder left for you.

## Language

language-which = Which language would you like?

language-vi = Tiếng Việt

language-en = English

language-set = I will answer in English from now on.

## For the office

office-expired = ⏳ **Waited too long and will not go out any more: { $count }** (answers: { $replies }, reminders: { $reminders }, news: { $news }). The system did not send for longer than these keep.
