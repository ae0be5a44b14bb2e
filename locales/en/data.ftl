## My data

menu-my-data = My data
menu-data-export = 📤 Export my data
menu-data-correct = ✏️ Correct my details
menu-data-correct-anyway = Discard the open form and correct my details
menu-consents = ✋ Withdraw or give consent
menu-consent-withdraw = Withdraw consent: { $purpose }
menu-consent-withdraw-yes = Withdraw this consent
menu-consent-give = Consent: { $purpose }
menu-delete-data = 🗑 Delete my data
menu-delete-data-yes = Delete everything, for good

data-open = Press the button below to open your data.

data-who = **Who you are here**
data-name = • Name: { $name }
data-unit = • Unit: { $unit }
data-position = • Position: { $position }
data-phone = • Telephone: { $phone }
data-standing = • Confirmed: { $standing }
data-verified = yes, { $by }, { $at }
data-verified-code = by a pairing code
data-verified-contact = by the telephone number
data-verified-coordinator = by the unit's coordinator
data-verified-office = by the agency
data-roster = • The agency's list of staff: you are on it, taken in at { $at }
data-no-roster = • The agency's list of staff: you are not on it
data-role = • Role: { $role }
data-coordinator = coordinator of { $units }
data-account = • Account: { $channel }
data-none = none yet

data-consents = **Consent to data processing** (Vietnamese time, +07:00)
data-consent-none = • { $purpose }: not answered yet
data-consent-given = • { $purpose }: agreed at { $at }, { $way }, on { $channel }, wording { $version }
data-consent-not = • { $purpose }: not agreed, noted at { $at }, { $way }, on { $channel }, wording { $version }
data-way-form = ticked on the consent card
data-way-button = chosen under My data
data-way-erase = by deleting the data
data-history = **Everything you have answered about consent**

data-pledges = **Pledges that you sent**
data-no-pledges = • none yet
data-pledge = • { $code } · { $phase } · { $state }: { $awards }
data-others = **Entered for you by somebody else**
data-other = • { $code } · { $phase } · { $state }

data-rest = **Besides**
data-reminders = • Reminders: { $state }
data-on = on
data-off = off
data-form-open = • A form begun and not sent: yes
data-form-none = • A form begun and not sent: no
data-notices = • Waiting to be told to you: { $count }
data-messages = • The messages between you and me

data-kept = **How long it is kept**
    • In days: forms not sent { $drafts }, what you write { $updates }, what I write { $messages }, the web page { $webMessages }
    • In days: exports { $exports }, other files { $files }
    • Pledges and consents: for the whole campaign; pledges on a list, as the agency decides

data-why =
    Your unit's coordinator and the campaign office see your pledge, to confirm and count it; nobody else can see it through this assistant. When it sends news, the campaign office sees the names and units of those who get it; where something you sent meets with trouble, it sees your name and not what you wrote.

    __Data controller: { $controller }. Your rights: Article 4 of the Law on Personal Data Protection 91/2025/QH15 (checked on 24/11/2026; compare with the official text).__

## Export

data-file-page = The page to read. In days, I keep these two files for: { $days }. Then they are deleted.
data-file-json = All of it as JSON, for a program to read.
data-no-files = No file can be sent here, so this is all of it in words.
data-page-title = THE DATA HELD ABOUT YOU, at { $at }
data-page-json = The messages and the history of each pledge are in the JSON file beside this one.

## Correct

data-correct-review = **Your details**
data-correct-declared = You declared these yourself, so a change holds at once.
data-correct-anew = You have been confirmed. If you change the name or the unit, the coordinator confirms you anew; your pledges are kept meanwhile.
data-correct-office = These follow the agency's list or its assignment of duties, so I do not change them: I pass your request to the campaign office.
data-correct-pledges = __Pledges that were sent do not change with this; change them under “My pledges”.__
data-name-ask = What is your full name?
data-correct-send = ✔ Save
data-correct-ask = ✔ Send the request
data-corrected = ✅ Your details are corrected.
data-corrected-anew = The name or unit has changed, so the unit's coordinator confirms you anew.
data-correct-same = You changed nothing, so I send nothing.
data-correct-asked = ✅ Passed to the campaign office; it answers within 2 working days (Decree 356/2025/NĐ-CP). I have changed nothing:
data-correct-line = • { $label }: { $was } → { $is }
data-office-correct = ✏️ **{ $name }**, { $unit }, asks to correct the list. Please check, take in the list anew, and answer within 2 working days:
data-phone-label = Telephone
data-phone-ask = What is your right telephone number?
data-phone-wrong = I could not read this number. Please type all 10 digits, for example 0912345678.

## Consent

data-consents-how = Withdrawing takes effect at once and does not touch what was done before. Each consent and each withdrawal is a line of its own; older lines stay.
data-withdraw-ask = This consent is needed to keep a pledge. If you withdraw it:
data-fate-withdrawn = • { $codes } is withdrawn at once and no longer counts for the unit.
data-fate-kept = • { $codes } stands on a list for signature and cannot be withdrawn.
data-archive = __A list for signature is a record of the agency, kept under the Law on Archives 33/2024/QH15; for how long, the agency decides. I keep only what the list needs and use it for nothing else. (Checked on 24/11/2026; compare with the official text.)__
data-withdrawn-register = ✅ Consent to compiling registrations is withdrawn. If you register again, you are asked for it again.
data-withdrawn-remind = ✅ Consent to reminders is withdrawn and they are off. I will not remind you any more.
data-withdrawn-count = ✅ Consent to statistics is withdrawn. Figures that are exported from now on do not count your pledges.
data-given = ✅ Your consent is noted: { $purpose }. What you have agreed to:

## Delete

data-erase-goes = **Deleted at once and for good**
    • Your name, unit, position, telephone number and every account that was joined
    • The messages between you and me, forms not sent, what waits to be told, pairing codes, exported files
    • Where your name stands in what I told coordinators and the campaign office
data-erase-pledges = • Pledges { $codes }: withdrawn, their content deleted
data-erase-locked = **Cannot be deleted by me:** { $codes } stands on a list for signature. I delete its targets, notes and history and keep only what the list needs.
data-erase-stays = **What remains**
data-stays-consents = • The consents noted (purpose, when, which wording) without a name, as proof
data-stays-ledger = • How many messages were sent, without name, address and words
data-stays-office-files = • Certificates of news that the campaign office had made are records of the agency; other files expire (in days: { $days })
data-stays-entered = • Pledges that you sent for colleagues or collectives are theirs and stay; I drop your name there
data-stays-roster = • Your line in the list of staff is the agency's, not mine: I drop the telephone number and tell the campaign office of your request; the agency answers you
data-erase-role = You hold a role here. Deleting ends it; I will tell the campaign office.
data-erase-news = News of yours is not over yet. Please end or cancel it first, then delete your data.
data-erase-sure = If you write after that, I will not know you. Are you sure?
data-erased = ✅ Your data is deleted. Number of the request: { $request }. This message is the last one; your address goes too once it is sent. If you want to use me again, just write.
data-erased-but = ✅ Your data is deleted; the pledge on a list for signature is kept apart for that list. Number of the request: { $request }. This message is the last one; your address goes too once it is sent. If you want to use me again, just write.
data-other-erased = Pledge { $code }, which you entered for somebody, was deleted at that person's request.
data-office-roster = 🗑 **{ $name }**, { $unit }, asked for their data to be deleted. I have deleted the assistant's part; the line in the list of staff is the agency's record. Please decide with the next list whether it stays, and answer the person within 2 working days.
data-office-role = 🗑 Somebody who was { $role } has deleted their data, so nobody holds that role now. Please assign it again.
