## Lists that are taken in from a file

menu-table-confirm = ✅ Take in { $changes } rows
menu-table-leave = Take in, and note { $missing } as no longer listed
menu-table-cancel = Drop it, take in nothing

table-how = Drop or send an .xlsx or .csv file with the list of pledges into this private chat, with the columns “Họ và tên”, “Đơn vị”, “Danh hiệu” or “Hình thức khen thưởng”. I read it and show what it would change; nothing is recorded before you confirm.
table-how-office = Drop or send an .xlsx or .csv file into this private chat: the list of staff (columns “Họ và tên”, “Đơn vị”, where you have them “Chức vụ”, “Điện thoại”, “Mã cán bộ”), of units (“Mã đơn vị”, “Tên đơn vị”) or of pledges (“Họ và tên”, “Đơn vị”, “Danh hiệu”). I read it and show what it would change; nothing is recorded before you confirm.
table-reading = I have the file { $file } and am reading it. You will see what it would change; nothing is taken in yet.
table-refused = I cannot take this list, and nothing was taken in. { $why }
table-preview-roster =
    The list of staff in { $file }:
    • new: { $add }
    • changed: { $change }
    • as before: { $same }
    • not taken: { $reject }
table-preview-units =
    The list of units in { $file }:
    • new: { $add }
    • changed: { $change }
    • as before: { $same }
    • not taken: { $reject }
table-names = New: { $names }
table-names-more = … and { $count } more, all in the report enclosed.
table-changed = Changed: { $name } ({ $why })
table-problem = Row { $row }: { $why }
table-more = … and { $count } more of these; all stand in the report.
table-missing = { $missing } people of these units are not in the file. They stay as they are unless you choose to note them as gone.
table-nothing-yet = Nothing is taken in yet. The file holds the report row by row; please look and choose. Rows that are not taken stay out.
table-nothing-new = There is nothing to take in.
table-was = before: { $before }
table-taken-roster = The list is taken in: { $add } people new, { $change } changed.
table-taken-units = The list is taken in: { $add } units new, { $change } changed.
table-left = { $missing } people are noted as no longer listed.
table-dropped = The list is dropped; nothing was taken in.
table-moved = Something has changed since I showed it. I am reading the list again and will show it anew; nothing is taken in yet.
table-gone = This list no longer waits for your decision: it was taken in or dropped, or a day has passed.
table-not-allowed = Only the campaign office takes in lists of people and units; lists of pledges are taken in by the office or a unit's coordinator.

table-report-roster = Report on the list of staff
table-report-units = Report on the list of units
table-sheet = Report
table-column-row = Row
table-column-name = Name
table-column-unit = Unit
table-column-position = Position
table-column-phone = Telephone
table-column-code = Code
table-column-shortname = Short name
table-column-aliases = Other names
table-column-parent = Parent
table-column-validfrom = Valid from
table-column-validto = Valid to
table-column-successor = Successor
table-column-staff = Staff
table-column-titles = Titles
table-column-commendations = Commendations
table-column-change = Result
table-column-why = Note
table-change-add = new
table-change-change = changed
table-change-same = as before
table-change-reject = not taken
table-change-ask = to be made clear
table-change-missing = not in the file

table-unreadable = This is no Excel workbook (.xlsx) or .csv file that I can read, or it is damaged. Please save it as .xlsx and send it again.
table-old = This is a workbook of the old kind (.xls) or has a password. Please remove the password, save it as .xlsx and send it again.
table-locked = The file has a password. Please remove it, save and send the file again.
table-macros = The file holds macros, so I do not open it. Please save it as .xlsx without macros and send it again.
table-large = The file is too large: I take up to 5 MB, unpacked up to 60 MB. Please keep only the sheet with the list and send it again.
table-heavy = This file takes too long or too much memory to read, so I stopped. Please copy the list alone into a new file and send that.
table-rows = The table has { $rows } rows or more, empty ones with a format among them; I take at most { $most } in a file. Please remove what is too much or divide the file.
table-wide = The table is wider than { $most } columns. Please keep only the columns of the list and send it again.
table-empty = The table has no rows below its headings.
table-headings = I see no column headings. A list of staff needs “Họ và tên” and “Đơn vị” (“Chức vụ”, “Điện thoại”, “Mã cán bộ” may stand beside them); a list of units needs “Mã đơn vị” and “Tên đơn vị”; a list of pledges needs “Họ và tên”, “Đơn vị”, and “Danh hiệu” or “Hình thức khen thưởng”.
table-formulas = The cells { $cells } are formulas. Please copy and paste them as values, so that I read them right.
table-merged = The cells { $cells } are merged. Please unmerge them, with one whole person or unit in each row.
table-encoding = The letters of the file are not in UTF-8, so that Vietnamese accents would come out wrong. Please save it as “CSV UTF-8” or .xlsx.
table-quotes = The .csv file opens a double quote and never closes it, so it is unclear where a cell ends. Please save it as .xlsx and send it again.
table-not-fetched = I could not fetch the file. Please send it again.

roster-no-name = the name is missing
roster-name-long = the name has { $length } characters
roster-name-odd = “{ $name }” holds digits or signs and is no name
roster-name-short = “{ $name }” is no full name
roster-no-unit = the unit is missing
roster-unit-unknown = there is no unit “{ $unit }”
roster-unit-not-now = the unit “{ $unit }” does not exist now
roster-unit-over = the unit “{ $unit }” is no more, it is { $successor } now
roster-unit-several = “{ $unit }” is the name of several units
roster-phone = the telephone number “{ $phone }” cannot be read
roster-cell-long = a cell has { $length } characters
roster-twice = the same as row { $row }
roster-several = several people of that name in this unit: a column “Mã cán bộ” must tell them apart

units-code = the code “{ $code }” must be 2 to 12 letters without accents, or digits
units-no-name = the unit's name is missing
units-name-long = the name is too long
units-date = a date must be written like 01/7/2025
units-dates = it ends before it begins
units-staff = the number of staff “{ $staff }” is not right
units-no-such = there is no unit with the code “{ $code }”
units-circle = unit { $code } would be its own parent or successor

## Lists of pledges

table-preview-pledges =
    The list of pledges for { $phase } in { $file }:
    • new: { $add }
    • have a pledge in this phase already: { $same }
    • to be made clear: { $ask }
    • not taken: { $reject }
table-taken-pledges = ✅ { $add } pledges are recorded, all at once. Their receipts stand in the unit's list.
table-report-pledges = Report on the list of pledges
pledges-line = Row { $row }: { $name } · { $understood }
pledges-understood = pledges: { $awards }
pledges-there = has pledge { $code } in this phase already, which stays as it is
pledges-on-behalf = You enter these on behalf of colleagues: please tell each of them what is registered in their name. Who uses the bot hears it from me, with the ways to look at it, to object and to withdraw; who does not yet, hears it when they link their account.
pledges-nothing-yet = Nothing is recorded yet. The file holds the report row by row; please look and choose. Rows that are not taken or not clear stay out: mend them in the file and send it again.
pledges-no-award = title or commendation: the cell is empty
pledges-unread = title or commendation: I cannot read it from “{ $said }”
pledges-level = title or commendation: “{ $said }” does not say which one
pledges-may-be = title or commendation: “{ $said }” may be { $options }. Please name one
pledges-several = “{ $said }” is several pledges; please give each a row of its own
pledges-not-individual = title or commendation: “{ $said }” holds one that only collectives get
pledges-not-collective = title or commendation: “{ $said }” holds one that only individuals get
pledges-two-units = unit: the column says { $one }, the words say { $other }
pledges-unit-unclear = unit: it is not clear which unit “{ $said }” is
pledges-two-names = name: the column says { $one }, the words say { $other }
pledges-foreign = unit: { $unit } is not one that you look after
