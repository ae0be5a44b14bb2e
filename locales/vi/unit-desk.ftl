## Bàn việc của đầu mối đơn vị

menu-unit-pledges = 🗂 Đăng ký của đơn vị
menu-who-missing = 🔎 Ai chưa đăng ký?
menu-unit-list = 🗂 Về danh sách
menu-pledge-confirm = ✅ Xác nhận
menu-pledge-return = ↩ Trả lại
menu-confirm-all = ✅ Xác nhận tất cả
menu-confirm-all-yes = ✅ Xác nhận tất cả
menu-missing-remind = 🔔 Nhắc những người này

help-coordinator =
    Đăng ký của các đơn vị:
    • Xem, xác nhận, trả lại: gõ “đăng ký của phòng”
    • Người chưa đăng ký: gõ “ai chưa đăng ký”
    • Người chờ xác nhận: /nguoi; mã ghép cho một người: gõ “mã cho” kèm họ tên
    • Đăng ký cho nhiều người: nhắn mỗi dòng một người, hoặc gửi tệp danh sách

answer-action-unit-pledges = Tôi mở danh sách đăng ký của đơn vị.
answer-action-who-missing = Tôi mở danh sách người chưa đăng ký của đơn vị.

desk-not-yours = Việc này dành cho đầu mối đơn vị và thường trực thi đua, vì có thông tin của người khác. Bản đăng ký của chính đồng chí thì xem ở nút dưới đây.

desk-not-found = Tôi không thấy bản này trong các đơn vị đồng chí phụ trách.

desk-office-only = Việc này chỉ thường trực thi đua làm được.

desk-list = **Đăng ký { $phase }**: { $submitted } chờ xác nhận · { $confirmed } đã xác nhận · { $returned } trả lại · { $included } đã chốt. Đang xem: { $state }.

desk-list-empty = Không có bản nào ở mục này.

desk-state-submitted = chờ xác nhận

desk-state-confirmed = đã xác nhận

desk-state-returned = đã trả lại

desk-state-included = đã chốt danh sách

desk-state-withdrawn = đã rút

desk-state-undone = đã lấy lại

desk-tab = { $state } ({ $count })

desk-card =
    { $number }. **{ $name }** · { $subject } · { $unit }
    Danh hiệu: { $titles }. Khen thưởng: { $commendations }
    { $code }, gửi ngày { $date }

desk-detail = { $label }: { $value }

desk-cut = { $start }… (gõ { $code } để xem đủ)

desk-colleague = Nhập hộ đồng nghiệp.

desk-changed-confirmed = ✏️ Đã sửa sau lần xác nhận trước: { $fields }.

desk-changed-returned = ✏️ Đã sửa sau khi trả lại: { $fields }.

desk-fields = { $before }, { $one }

desk-field-subject = đối tượng

desk-field-name = họ tên

desk-field-unit = đơn vị

desk-field-titles = danh hiệu

desk-field-commendations = khen thưởng

desk-field-position = chức vụ

desk-field-representative = người đại diện

desk-field-staffCount = số cán bộ, công chức

desk-field-topic = sáng kiến, đề tài

desk-field-targets = mục tiêu, chỉ tiêu

desk-field-notes = ghi chú

desk-line = { $number }. **{ $name }** · { $unit } · { $awards }

desk-sender-unknown = ⚠️ Người gửi chưa xác minh: bản này tính riêng.

desk-sender-refused = ⛔ Người gửi không được nhận ra là người của đơn vị: bản này chưa được tính.

desk-sender-declared = ⚠️ Người gửi chưa xác minh. Xác nhận bản này cũng là xác nhận người đó đúng là người của đơn vị.

desk-late = Gửi sau ngày đóng đợt.

desk-pledge-confirm = ✅ Xác nhận { $number }

desk-pledge-return = ↩ Trả lại { $number }

desk-confirmed = ✅ Đã xác nhận bản **{ $code }** của { $name }.

desk-confirmed-unknown = Người gửi chưa xác minh nên bản này vẫn tính riêng.

desk-confirmed-refused = Người gửi không được nhận ra là người của đơn vị, nên bản này vẫn chưa được tính.

desk-confirmed-declared = Người gửi được ghi nhận là người của đơn vị.

desk-stale-submitted = Bản **{ $code }** vừa được người gửi sửa lúc { $at }. Đồng chí xem nội dung mới rồi quyết định giúp:

desk-waiting = Bản **{ $code }** đang chờ xác nhận, nên chưa làm việc này được.

desk-stale-confirmed = Bản **{ $code }** đã được { $by } xác nhận lúc { $at }.

desk-stale-returned = Bản **{ $code }** đã được { $by } trả lại lúc { $at }, đang chờ người gửi sửa.

desk-stale-included = 🔒 Bản **{ $code }** đã nằm trong danh sách chốt của thường trực thi đua, cập nhật lúc { $at }.

desk-stale-withdrawn = Bản **{ $code }** đã được người gửi rút lúc { $at }.

desk-stale-undone = Bản **{ $code }** đã được người gửi lấy lại lúc { $at }; coi như chưa gửi.

desk-all = ✅ Xác nhận tất cả ({ $count })

desk-all-first = ✅ Xác nhận { $count } bản chờ lâu nhất

desk-all-ask = Đồng chí xác nhận cả **{ $count } bản** đang chờ của { $phase }? Gồm đúng các bản sau:

desk-all-ask-first = Đồng chí xác nhận **{ $count } bản** chờ lâu nhất trong { $all } bản đang chờ của { $phase }? Gồm đúng các bản sau:

desk-all-yes = ✅ Đúng, xác nhận { $count } bản

desk-all-done = ✅ Đã xác nhận { $count } bản.

desk-all-changed = Danh sách chờ vừa thay đổi, nên tôi chưa xác nhận bản nào.

desk-none-waiting = Không còn bản nào chờ xác nhận.

## Trả lại

desk-return-anyway = Bỏ bản đang làm, trả lại bản đăng ký

desk-reason = Lý do

desk-reason-ask = Trả lại bản **{ $code }** vì lý do gì? Đồng chí gõ trong một tin; người gửi đọc được nguyên văn.

desk-reason-empty = Lý do đang trống. Đồng chí gõ giúp vài chữ để người gửi biết cần sửa gì.

desk-reason-long = Lý do dài { $length } ký tự, nhiều hơn { $most } ký tự cho phép. Đồng chí rút ngắn giúp.

desk-return-review = **Trả lại bản { $code }**

desk-return-note = Người gửi được báo sau ít phút trong giờ làm việc, sửa ngay từ bản đã gửi rồi gửi lại.

desk-return-send = ↩ Trả lại

desk-returned = ↩ Đã trả lại bản **{ $code }** của { $name }. Lý do: “{ $reason }”

## Tin gộp

digest-heading = 🗂 **Việc và tin mới của đồng chí**

digest-returned = ↩ Bản **{ $code }** ({ $phase }) được trả lại để sửa. Lý do: “{ $reason }”

digest-confirmed = ✅ Bản **{ $code }** ({ $phase }) đã được đơn vị xác nhận.

digest-included = 🔒 Bản **{ $code }** ({ $phase }) đã vào danh sách của thường trực thi đua; từ nay không sửa, rút ở đây được nữa.

digest-reopened = 🔓 Bản **{ $code }** ({ $phase }) được thường trực thi đua mở lại; đồng chí sửa, rút được.

digest-result = 🏅 Bản **{ $code }** ({ $phase }) đã có kết quả.

digest-change = ✏️ Sửa và gửi lại { $code }

digest-confirm = Có { $count } bản đăng ký mới chờ đồng chí xác nhận:

digest-confirm-line = { $number }. { $name } · { $unit }

digest-more = … và { $more } bản nữa.

digest-newcomers = Có { $count } người mới khai là của đơn vị, cần xác nhận.

digest-list = Có { $count } bản mới được đơn vị xác nhận, sẵn sàng đưa vào danh sách.

## Ai chưa đăng ký

missing-none = Trong danh sách cán bộ của đơn vị không còn ai chưa đăng ký { $phase }.

missing-no-roster = Thường trực thi đua chưa nạp danh sách cán bộ của đơn vị, nên tôi chưa biết ai chưa đăng ký.

missing-list = **{ $count } người trong danh sách cán bộ chưa có bản đăng ký { $phase }:**

missing-cut = Tôi nêu { $count } người đầu; người đã nhắc hôm nay xếp sau cùng.

missing-open = { $number }. { $name } · { $unit }

missing-no-account = { $number }. { $name } · { $unit } · chưa dùng bot

missing-off = { $number }. { $name } · { $unit } · đã tắt nhắc

missing-reminded = { $number }. { $name } · { $unit } · đã nhắc hôm nay

missing-remind = 🔔 Nhắc { $count } người này

missing-reminded-now = 🔔 Tôi nhắc { $count } người. Không nhắc: { $reminded } người đã được nhắc hôm nay, { $off } người đã tắt nhắc, { $accountless } người chưa dùng bot.

missing-nobody-to-remind = Không còn ai để nhắc: { $reminded } người đã được nhắc hôm nay, { $off } người đã tắt nhắc, { $accountless } người chưa dùng bot.

missing-ask =
    🔔 Đầu mối đơn vị nhờ tôi nhắc: đồng chí chưa có bản đăng ký { $phase } (đợt đóng ngày **{ $date }**).

    Đăng ký là tự nguyện. Nếu đồng chí muốn tham gia, bấm nút dưới đây là làm ngay được.
