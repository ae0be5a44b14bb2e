## Who is who

menu-identify = 🪪 Show who I am
menu-my-code = 🔗 A code for another channel
menu-people = 👥 People to confirm
menu-person = Open
menu-person-code = 🔑 Hand out a code
menu-person-yes = ✅ Yes, of our unit
menu-person-no = No
menu-person-no-yes = Right, not of our unit
menu-appoint = Make coordinator of { $unit }
menu-appoint-where = Make coordinator of another unit…
menu-dismiss = No longer coordinator of { $unit }
menu-office-on = Make member of the campaign office
menu-office-off = No longer of the campaign office
menu-share-contact = 📱 Share my telephone number

people-ways =
    For a pledge to count as yours, choose one of these ways:
    • type the code that your unit's coordinator or the campaign office hands out;
    • share your telephone number, where this channel has the button below and the agency's list has your number;
    • just register: your unit's coordinator looks and confirms that you belong to it. Until then the pledge is kept.
people-declared = You say to be **{ $name }**, { $unit }.
people-verified = I know for sure who you are. To use another channel as the same person, take the code below and type it there.

code-own =
    Your code: **{ $code }**

    Type it on the other channel, where I do not know you yet. It works once and for { $hours } hours. Hand it to nobody: whoever types it becomes you.
code-for =
    The code for { $name }, { $unit }: **{ $code }**

    Please hand it over in person or privately; they type it in their private chat with me. It works once and for { $hours } hours; earlier codes for them work no more.
code-joined = Done: you are { $name }, { $unit }. All that you did here is kept.
code-form-goes-on = What you had begun is still here and can be continued.
code-told = One more account on { $channel } was just joined with yours. If that was not you, please tell the campaign office at once.
code-wrong = This code does not work: it is wrong, used or expired. Please ask your coordinator for another one.
code-throttled = Too many codes were tried. Please wait an hour and try again.
code-alarm = Within an hour very many wrong codes were typed. I take no codes for now; somebody may be guessing.
code-yourself = This code is your own: the account here is you already.
code-somebody = This account is another person of the list already, so it cannot be joined. If that is a mistake, please tell the campaign office.
code-other-way = Here I know for sure who you are. Please take a code here and type it on the other channel.
contact-other = This is somebody else's number. Please share your own by the button, or type a code.
contact-unknown = This number is not that of one person on the list. Please type a code, or register and let your coordinator confirm it.

people-nameless = (no name yet)
people-none = I see nobody of that name in the units that you look after.
people-several = There are several of that name. Please choose:
people-waiting = These people say that they belong to the unit and wait to be confirmed:
people-nobody-waits = Nobody waits to be confirmed.
people-more = There are more; type “find” with a name to see exactly whom you mean.
people-label = { $name } · { $unit }
people-not-yours = Only the coordinator of that unit or the campaign office can do this.
people-owner-only = Only an owner says who is of the campaign office.
people-card =
    { $name }
    • Unit: { $unit }
    • Position: { $position }
    • Role: { $role }
    • Coordinator of: { $units }
    • Account: { $standing }
people-role-staff = staff
people-role-coordinator = coordinator
people-role-office = campaign office
people-role-owner = owner
people-no-account = does not use the bot yet
people-standing-declared = says so themself, to be confirmed
people-standing-verified = confirmed
people-standing-refused = not of the unit
people-appoint-where = Of which unit shall { $name } be coordinator?
people-more-units = More units ▸
people-refuse-ask = Is { $name } not of { $unit }? They are told, and their pledges are not counted. A mistake can be mended: type “find” and the name.
people-now-verified = { $name } is confirmed to be of { $unit }.
people-now-refused = Noted: { $name } is not of { $unit }. The pledges of this account are kept and not counted.
people-you-are-verified = It was confirmed by { $by } that you are { $name }, { $unit }.
people-you-are-refused = You were not recognised by { $by } as somebody of { $unit }. Your pledge is kept and not counted yet. Please look at the unit that you gave, or ask for a code.
people-appointed = { $name } is coordinator of { $unit } now.
people-dismissed = { $name } is no longer coordinator of { $unit }.
people-you-are-coordinator = You are coordinator of { $unit } now. Type /nguoi to see who waits to be confirmed.
people-you-are-coordinator-no-more = You are no longer coordinator of { $unit }.
people-office-on = { $name } is of the campaign office now.
people-office-off = { $name } is no longer of the campaign office.
people-you-are-office = You are of the campaign office now.
people-you-are-office-no-more = You are no longer of the campaign office.
