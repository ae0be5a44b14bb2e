## The menu of commands that Telegram shows when "/" is typed

telegram-command-start = Start
telegram-command-dangky = Register a pledge
telegram-command-cuatoi = My pledge
telegram-command-hoi = Ask about the campaign
telegram-command-moc = Key dates and days left
telegram-command-nhac = Reminders
telegram-command-dulieu = My data
telegram-command-ngonngu = Change language / Đổi ngôn ngữ
telegram-command-huy = Cancel what is in progress
telegram-command-tin = Whether the group receives news
telegram-command-trogiup = Help
