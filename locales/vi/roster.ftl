## Danh sách nhập từ tệp

menu-table-confirm = ✅ Ghi nhận { $changes } dòng
menu-table-leave = Ghi nhận, và ghi { $missing } người không còn trong danh sách
menu-table-cancel = Bỏ, không ghi gì

table-how = Đồng chí kéo thả hoặc gửi tệp .xlsx, .csv danh sách đăng ký thi đua vào chat riêng này, có các cột “Họ và tên”, “Đơn vị”, “Danh hiệu” hoặc “Hình thức khen thưởng”. Tôi đọc, cho xem trước, chưa ghi gì khi đồng chí chưa xác nhận.
table-how-office = Đồng chí kéo thả hoặc gửi tệp .xlsx, .csv vào chat riêng này: danh sách cán bộ (cột “Họ và tên”, “Đơn vị”, có thể thêm “Chức vụ”, “Điện thoại”, “Mã cán bộ”), danh sách đơn vị (“Mã đơn vị”, “Tên đơn vị”) hoặc danh sách đăng ký (“Họ và tên”, “Đơn vị”, “Danh hiệu”). Tôi đọc, cho xem trước, chưa ghi gì khi đồng chí chưa xác nhận.
table-reading = Đã nhận tệp { $file }. Tôi đang đọc, xong sẽ báo đồng chí xem trước; chưa có gì được ghi.
table-refused = Tôi chưa nhận được danh sách này, và chưa ghi gì. { $why }
table-preview-roster =
    Danh sách cán bộ trong tệp { $file }:
    • thêm mới: { $add }
    • thay đổi: { $change }
    • giữ nguyên: { $same }
    • không nhận: { $reject }
table-preview-units =
    Danh sách đơn vị trong tệp { $file }:
    • thêm mới: { $add }
    • thay đổi: { $change }
    • giữ nguyên: { $same }
    • không nhận: { $reject }
table-names = Thêm mới: { $names }
table-names-more = … và { $count } dòng nữa, ghi đủ trong báo cáo kèm theo.
table-changed = Thay đổi: { $name } ({ $why })
table-problem = Dòng { $row }: { $why }
table-more = … và { $count } dòng khác như vậy, ghi đủ trong báo cáo kèm theo.
table-missing = { $missing } người đang có trong các đơn vị này nhưng tệp không nêu. Tôi giữ nguyên, trừ khi đồng chí chọn ghi là không còn.
table-nothing-yet = Chưa có gì được ghi. Báo cáo từng dòng ở tệp kèm theo; đồng chí xem rồi chọn. Các dòng không nhận sẽ không được ghi.
table-nothing-new = Không có gì để ghi.
table-was = trước đây: { $before }
table-taken-roster = Đã ghi danh sách: thêm { $add } người, thay đổi { $change } người.
table-taken-units = Đã ghi danh sách: thêm { $add } đơn vị, thay đổi { $change } đơn vị.
table-left = { $missing } người được ghi là không còn trong danh sách.
table-dropped = Đã bỏ danh sách, không ghi gì.
table-moved = Từ lúc tôi cho xem trước, dữ liệu đã thay đổi. Tôi đọc lại danh sách và cho đồng chí xem lại, chưa ghi gì.
table-gone = Danh sách này không còn chờ đồng chí quyết định: đã ghi, đã bỏ hoặc quá một ngày.
table-not-allowed = Chỉ thường trực thi đua được nhập danh sách cán bộ, đơn vị; danh sách đăng ký thi đua do thường trực hoặc đầu mối đơn vị nhập.

table-report-roster = Báo cáo nhập danh sách cán bộ
table-report-units = Báo cáo nhập danh sách đơn vị
table-sheet = Báo cáo
table-column-row = Dòng
table-column-name = Tên
table-column-unit = Đơn vị
table-column-position = Chức vụ
table-column-phone = Điện thoại
table-column-code = Mã
table-column-shortname = Tên ngắn
table-column-aliases = Tên khác
table-column-parent = Đơn vị cấp trên
table-column-validfrom = Từ ngày
table-column-validto = Đến hết ngày
table-column-successor = Đơn vị kế thừa
table-column-staff = Số người
table-column-titles = Danh hiệu
table-column-commendations = Hình thức khen thưởng
table-column-change = Kết quả
table-column-why = Ghi chú
table-change-add = thêm mới
table-change-change = thay đổi
table-change-same = giữ nguyên
table-change-reject = không nhận
table-change-ask = cần làm rõ
table-change-missing = không có trong tệp

table-unreadable = Đây không phải bảng tính Excel (.xlsx) hay tệp .csv mà tôi đọc được, hoặc tệp đã hỏng. Đồng chí lưu lại dạng .xlsx rồi gửi.
table-old = Đây là bảng tính kiểu cũ (.xls) hoặc có đặt mật khẩu. Đồng chí bỏ mật khẩu, lưu lại dạng .xlsx rồi gửi.
table-locked = Tệp có đặt mật khẩu. Đồng chí bỏ mật khẩu, lưu lại rồi gửi.
table-macros = Tệp có macro nên tôi không mở. Đồng chí lưu lại dạng .xlsx không có macro rồi gửi.
table-large = Tệp quá lớn: tôi nhận tệp không quá 5 MB, mở ra không quá 60 MB. Đồng chí chỉ để lại trang danh sách rồi gửi.
table-heavy = Tệp này đọc quá lâu hoặc tốn quá nhiều bộ nhớ nên tôi dừng lại. Đồng chí chép riêng danh sách sang một tệp mới rồi gửi.
table-rows = Bảng có { $rows } dòng trở lên, kể cả dòng trống có định dạng; tôi nhận nhiều nhất { $most } dòng mỗi tệp. Đồng chí xóa dòng thừa hoặc chia tệp.
table-wide = Bảng rộng hơn { $most } cột. Đồng chí chỉ để lại các cột của danh sách rồi gửi.
table-empty = Tệp trống, hoặc bảng không có dòng nào dưới các tiêu đề cột.
table-headings = Tôi không thấy tiêu đề cột. Danh sách cán bộ cần hai cột “Họ và tên”, “Đơn vị” (có thể thêm “Chức vụ”, “Điện thoại”, “Mã cán bộ”); danh sách đơn vị cần “Mã đơn vị”, “Tên đơn vị”; danh sách đăng ký thi đua cần “Họ và tên”, “Đơn vị”, “Danh hiệu” hoặc “Hình thức khen thưởng”.
table-formulas = Các ô { $cells } là công thức. Đồng chí chép rồi dán dạng giá trị (Paste Values) để tôi đọc đúng.
table-merged = Các ô { $cells } bị gộp. Đồng chí bỏ gộp ô (Unmerge), mỗi dòng ghi đủ một người hoặc một đơn vị.
table-encoding = Chữ trong tệp không phải mã UTF-8 nên dấu tiếng Việt sẽ sai. Đồng chí lưu lại dạng “CSV UTF-8” hoặc .xlsx.
table-quotes = Tệp .csv có dấu nháy kép mở mà không đóng, nên không rõ ô nào hết ở đâu. Đồng chí lưu lại dạng .xlsx rồi gửi.
table-not-fetched = Tôi chưa tải được tệp về. Đồng chí gửi lại giúp.

roster-no-name = thiếu họ tên
roster-name-long = họ tên dài { $length } ký tự
roster-name-odd = “{ $name }” có chữ số hoặc ký hiệu, không phải họ tên
roster-name-short = “{ $name }” chưa đủ họ và tên
roster-no-unit = thiếu đơn vị
roster-unit-unknown = không có đơn vị “{ $unit }”
roster-unit-not-now = đơn vị “{ $unit }” hiện không tồn tại
roster-unit-over = đơn vị “{ $unit }” không còn, nay là { $successor }
roster-unit-several = “{ $unit }” là tên của nhiều đơn vị
roster-phone = số điện thoại “{ $phone }” không đọc được
roster-cell-long = có ô dài { $length } ký tự
roster-twice = trùng với dòng { $row }
roster-several = nhiều người trùng họ tên trong đơn vị này: cần cột “Mã cán bộ” để phân biệt

units-code = mã “{ $code }” phải gồm 2 đến 12 chữ cái không dấu hoặc chữ số
units-no-name = thiếu tên đơn vị
units-name-long = tên quá dài
units-date = ngày phải viết dạng 01/7/2025
units-dates = ngày kết thúc trước ngày bắt đầu
units-staff = số người “{ $staff }” không đúng
units-no-such = không có đơn vị mang mã “{ $code }”
units-circle = đơn vị { $code } thành cấp trên hoặc đơn vị kế thừa của chính mình

## Danh sách đăng ký thi đua

table-preview-pledges =
    Danh sách đăng ký thi đua, { $phase }, trong tệp { $file }:
    • ghi mới: { $add }
    • đã có bản đăng ký trong đợt này: { $same }
    • cần làm rõ: { $ask }
    • không nhận: { $reject }
table-taken-pledges = ✅ Đã ghi nhận { $add } bản đăng ký, cùng một lần. Mã biên nhận ở danh sách của đơn vị.
table-report-pledges = Báo cáo nhập danh sách đăng ký
pledges-line = Dòng { $row }: { $name } · { $understood }
pledges-understood = đăng ký: { $awards }
pledges-there = đã có bản { $code } trong đợt này, giữ nguyên bản đó
pledges-on-behalf = Đồng chí nhập thay cho các đồng chí trong danh sách: đề nghị báo để từng người biết mình được đăng ký gì. Ai đã dùng bot sẽ được tôi báo kèm cách xem lại, phản hồi và rút; ai chưa dùng sẽ được báo khi liên kết tài khoản.
pledges-nothing-yet = Chưa có gì được ghi. Báo cáo từng dòng ở tệp kèm theo; đồng chí xem rồi chọn. Dòng không nhận, dòng cần làm rõ sẽ không được ghi; đồng chí sửa trong tệp rồi gửi lại.
pledges-no-award = danh hiệu, hình thức khen thưởng: ô trống
pledges-unread = danh hiệu, hình thức khen thưởng: không đọc được từ “{ $said }”
pledges-level = danh hiệu, hình thức khen thưởng: “{ $said }” chưa rõ mục nào, cấp nào
pledges-may-be = danh hiệu, hình thức khen thưởng: “{ $said }” có thể là { $options }. Ghi rõ một mục
pledges-several = “{ $said }” là nhiều bản đăng ký; mỗi dòng ghi một bản
pledges-not-individual = danh hiệu, hình thức khen thưởng: “{ $said }” có mục chỉ dành cho tập thể
pledges-not-collective = danh hiệu, hình thức khen thưởng: “{ $said }” có mục chỉ dành cho cá nhân
pledges-two-units = đơn vị: cột ghi { $one }, nội dung ghi { $other }
pledges-unit-unclear = đơn vị: “{ $said }” chưa rõ là đơn vị nào
pledges-two-names = họ tên: cột ghi { $one }, nội dung ghi { $other }
pledges-foreign = đơn vị: { $unit } không thuộc đơn vị đồng chí phụ trách
