## The page

web-title = Thi đua bot
web-subtitle = The emulation campaign assistant
web-skip = Go to the message box
web-language = Language
web-language-vi = Tiếng Việt
web-language-en = English
web-needs-script = This page needs JavaScript. Please switch on JavaScript in your browser and load the page again.
web-log = Conversation
web-compose = Write a message
web-input = Message
web-placeholder = Type a message…
web-send = Send
web-hint = Press Enter to send, Shift + Enter for a new line.
web-bot = Bot
web-person = You
web-typing = I am writing an answer…
web-new-below = More below
web-chosen = chosen
web-choices = Choices

## Before the first message

web-empty-title = Welcome!
web-empty-text = I answer questions about the emulation campaign, help you register a pledge and remind you in time. Ask me as you would ask a colleague.
web-start = Start
web-example-1 = How many phases does the campaign have?
web-example-2 = How many days are left in this phase?
web-example-3 = I want to register a pledge

## What the transcript shows for things without words

web-sent-photo = (Sent a picture)
web-sent-file = (Sent a file)
web-attach = Send a list as a file (.xlsx, .csv)

## Files that the bot sends

web-file = Download
web-file-elsewhere = (A file that cannot be opened on this page came with this message.)

## Connection

web-connecting = Connecting…
web-lost = Connection lost, reconnecting…
web-restored = Connected again.
web-not-sent = Your message has not been sent yet; it is still in the box. I am sending it again…
web-choice-not-sent = Your choice has not been sent yet. I am sending it again…

## Refusals

web-error-bad-message = I could not read this message. Please type it again.
web-error-bad-seat = There is no such role. Please load the page again.
web-error-gone-choice = This choice is no longer offered. Please choose in the newest message.
web-error-no-session = Your session has ended. Please load the page again.
web-error-gone-file = There is no such file in your conversation, or it is gone.
web-error-too-long = The message is too long. Please split it into shorter ones.
web-error-too-large = The file is too large: I take up to 5 MB.
web-error-not-json = The request is not JSON.
web-error-not-ready = The server is not ready. Please try again in a few seconds.

## The demonstration

web-demo-title = Demonstration
web-demo-notice = Demonstration – sample data, simulated clock
web-demo-clock = Simulated clock
web-demo-next = Next reminder
web-demo-none-next = none left
web-demo-hour = +1 hour
web-demo-day = +1 day
web-demo-week = +1 week
web-demo-next-reminder = To the next reminder
web-demo-moving = Moving the clock…
web-demo-failed = The clock could not be moved. Please try again.
web-demo-seats = You are
web-demo-staff = Staff
web-demo-staff-about = Ask, register, get reminders
web-demo-coordinator = Unit coordinator
web-demo-coordinator-about = Register for the unit, confirm, remind who has not registered
web-demo-office = Campaign office
web-demo-office-about = Figures, final lists, the list of staff, campaign news
web-demo-owner = Owner
web-demo-owner-about = As the office, and appoints it
web-unread = unread
