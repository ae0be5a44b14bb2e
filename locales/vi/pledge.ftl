## Đăng ký

pledge-subject = Đối tượng

pledge-subject-ask = Đồng chí đăng ký cho ai?

pledge-subject-individual = Cá nhân

pledge-subject-collective = Tập thể

pledge-name = Họ và tên

pledge-name-ask = Họ và tên đầy đủ của người đăng ký?

pledge-name-empty = Mục “Họ và tên” đang trống. Đồng chí gõ họ và tên đầy đủ, ví dụ: Nguyễn Thị Lan.

pledge-name-long = Họ và tên dài { $length } ký tự, nhiều hơn 80 ký tự cho phép. Đồng chí gõ lại riêng họ và tên.

pledge-name-letters = Mục “Họ và tên” chỉ gồm chữ cái và dấu cách, ví dụ: Nguyễn Thị Lan.

pledge-name-short = Đồng chí gõ giúp cả họ và tên, ví dụ: Nguyễn Thị Lan.

pledge-whose = Đăng ký cho

pledge-whose-ask = Bản của **{ $name }**: đồng chí đăng ký cho chính mình, hay nhập hộ?

pledge-whose-self = Cho chính mình

pledge-whose-colleague = Nhập hộ đồng nghiệp

pledge-whose-is-self = chính mình

pledge-whose-is-colleague = đồng nghiệp (nhập hộ)

pledge-unit = Đơn vị

pledge-unit-ask = Đơn vị nào? Đồng chí chọn hoặc gõ một phần tên, có dấu hay không dấu đều được.

pledge-unit-sample = __Danh sách đơn vị dưới đây là dữ liệu mẫu, chờ cơ quan thay bằng danh sách thật.__

pledge-titles = Danh hiệu thi đua

pledge-titles-ask = Danh hiệu thi đua đăng ký phấn đấu? Có thể đánh dấu nhiều mục; không đăng ký danh hiệu thì chọn “Xong”.

pledge-commendations = Hình thức khen thưởng

pledge-commendations-ask = Hình thức khen thưởng đăng ký? Có thể đánh dấu nhiều mục; không có thì chọn “Xong”.

pledge-awards-none = Đồng chí chưa chọn danh hiệu hay hình thức khen thưởng nào. Cần ít nhất một mục; muốn chọn danh hiệu, đồng chí bấm “Quay lại”.

pledge-representative = Người đại diện

pledge-representative-ask = Họ và tên người đại diện tập thể? Có thể bỏ qua.

pledge-staff-count = Số cán bộ, công chức

pledge-staff-count-ask = Tập thể có bao nhiêu cán bộ, công chức, người lao động? Có thể bỏ qua.

pledge-staff-count-wrong = Mục này chỉ ghi số người, ví dụ 12. Không có thì đồng chí chọn “Bỏ qua”.

pledge-topic = Sáng kiến, đề tài

pledge-topic-ask = Tên sáng kiến hoặc đề tài cho danh hiệu Chiến sĩ thi đua? Chưa có thì bỏ qua, bổ sung sau cũng được.

pledge-position = Chức vụ

pledge-position-ask = Chức vụ, ví dụ “Thanh tra viên”? Có thể bỏ qua.

pledge-targets = Mục tiêu, chỉ tiêu

pledge-targets-ask = Mục tiêu hoặc chỉ tiêu phấn đấu, đồng chí viết tự do? Có thể bỏ qua.

pledge-notes = Ghi chú

pledge-notes-ask = Ghi chú thêm? Có thể bỏ qua.

pledge-words-long = Nội dung dài { $length } ký tự, nhiều hơn { $longest } ký tự cho phép. Đồng chí viết gọn lại giúp.

pledge-words-empty = Mục này đang trống. Đồng chí gõ vài chữ, hoặc chọn “Bỏ qua”.

pledge-more = ➕ Thêm chi tiết (không bắt buộc)

pledge-none = không đăng ký

pledge-card =
    • Đối tượng: { $subject }
    • Họ và tên: { $name }
    • Đơn vị: { $unit }
    • Danh hiệu thi đua: { $titles }
    • Hình thức khen thưởng: { $commendations }

pledge-card-collective =
    • Đối tượng: { $subject }
    • Đơn vị: { $unit }
    • Danh hiệu thi đua: { $titles }
    • Hình thức khen thưởng: { $commendations }

pledge-card-line = • { $label }: { $value }

pledge-card-colleague = • Nhập hộ đồng nghiệp

## Xem lại

pledge-review = **Đồng chí xem lại bản đăng ký**

pledge-review-change = **Sửa bản đăng ký { $code }**. Bản đã gửi chỉ đổi khi đồng chí bấm “Gửi bản sửa”.

pledge-review-quick = **Tôi hiểu bản đăng ký như sau**, đồng chí xem giúp có đúng không

pledge-to-consent = Đúng rồi, tiếp tục

pledge-send-change = Gửi bản sửa

pledge-send = ✔ Gửi đăng ký

pledge-late-begin = Đợt này đã đóng. Đồng chí vẫn đăng ký được; bản đăng ký sẽ ghi rõ là gửi sau ngày đóng đợt, thường trực thi đua sẽ cho ý kiến.

pledge-note-cstdcs = Lưu ý: theo Điều 23 Luật Thi đua, khen thưởng 2022, Chiến sĩ thi đua cơ sở cần đạt Lao động tiên tiến; bản này chưa đăng ký Lao động tiên tiến. Đồng chí vẫn gửi được.

pledge-note-cstdt = Lưu ý: theo Điều 22 Luật Thi đua, khen thưởng 2022, danh hiệu Chiến sĩ thi đua cấp bộ, ngành, tỉnh xét người có 03 lần liên tục đạt Chiến sĩ thi đua cơ sở, có sáng kiến hoặc đề tài. Tôi không có số liệu các năm trước của đồng chí.

pledge-note-ttldxs = Lưu ý: theo Điều 27 Luật Thi đua, khen thưởng 2022, Tập thể lao động xuất sắc cần có cá nhân đạt Chiến sĩ thi đua cơ sở; tôi chưa thấy bản đăng ký danh hiệu đó của đơn vị này trong đợt.

pledge-note-law = __Tiêu chuẩn nêu theo Luật 2022, trước sửa đổi năm 2026; cần đối chiếu bản chính thức.__

pledge-note-not-individual = Lưu ý: có danh hiệu trong bản này là của tập thể, mà bản đăng ký là của cá nhân.

pledge-note-not-collective = Lưu ý: có danh hiệu trong bản này là của cá nhân, mà bản đăng ký là của tập thể.

pledge-note-twin = Lưu ý: trong đợt này đã có bản { $code } cho đúng tên và đơn vị này. Gửi bản này là thêm một bản nữa.

pledge-note-colleague = Đây là bản nhập hộ đồng nghiệp, được ghi rõ như vậy.

pledge-note-late = Lưu ý: đợt này đã đóng. Bản đăng ký vẫn được ghi nhận là gửi sau ngày đóng đợt; thường trực thi đua sẽ cho ý kiến.

pledge-note-council = __Tôi không kết luận đủ điều kiện hay không: Hội đồng Thi đua - Khen thưởng xét.__

## Đồng ý xử lý dữ liệu

consent = Đồng ý xử lý dữ liệu

consent-ask =
    Tôi được dùng họ tên, chức vụ, đơn vị và nội dung đăng ký vào việc gì? Đồng chí đánh dấu từng việc đồng ý; xem, sửa, rút lại lúc nào cũng được. Đầu mối đơn vị xem và xác nhận bản đăng ký. Khi gửi tin, thường trực thi đua thấy họ tên, đơn vị của người nhận và ai đã đọc.

    __Bên kiểm soát dữ liệu: { $controller }. Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP.__

consent-register = Tổng hợp đăng ký thi đua (cần có)

consent-remind = Nhắc tôi trước hạn

consent-count = Thống kê số liệu, không nêu tên

consent-needed = Chưa có đồng ý “Tổng hợp đăng ký thi đua” thì tôi không được phép lưu bản đăng ký. Đồng chí đánh dấu mục đó rồi gửi, hoặc chọn “Dừng” để giữ bản nháp.

## Sau khi gửi

pledge-sent = ✅ Đã ghi nhận bản đăng ký, { $phase }. Mã biên nhận: **{ $code }**

pledge-sent-next = Đồng chí giữ mã này để tra cứu. Cần sửa hay rút, đồng chí làm ngay tại đây; trong { $minutes } phút tới có thể hoàn tác. Nhắc hạn: đang bật.

pledge-sent-next-quiet = Đồng chí giữ mã này để tra cứu. Cần sửa hay rút, đồng chí làm ngay tại đây; trong { $minutes } phút tới có thể hoàn tác. Nhắc hạn: đang tắt.

pledge-changed = ✅ Đã sửa bản đăng ký **{ $code }**. Nội dung bây giờ:

pledge-nothing-yet = Đồng chí chưa gửi bản đăng ký nào trong phong trào này.

pledge-only-draft = Đồng chí có một bản đang làm dở, chưa gửi.

pledge-status-submitted = **{ $code }** · { $phase } · đã gửi, chờ đơn vị xác nhận, cập nhật ngày { $date }

pledge-status-withdrawn = **{ $code }** · { $phase } · đã rút ngày { $date }

pledge-status-line =
    { $heading }
    { "  " }{ $name }

pledge-list-own = **Đồng chí có { $count } bản đăng ký.** Bấm một bản để xem, sửa hoặc rút.
pledge-list-own-cut = Dưới đây là { $count } bản đăng ký đồng chí gửi gần nhất; còn bản khác, đồng chí gõ mã biên nhận để xem. Bấm một bản để xem, sửa hoặc rút.

pledge-unchanged = Đồng chí chưa đổi mục nào nên tôi không gửi gì; bản **{ $code }** giữ nguyên như trước.

pledge-sender-unknown = ⏳ Chưa ai xác nhận đồng chí là người của đơn vị, nên bản này được tính riêng cho đến khi được xác nhận.

pledge-sender-refused = ⚠️ Đầu mối hoặc thường trực thi đua chưa nhận ra đồng chí là người của đơn vị, nên bản này chưa được tính. Đồng chí xem lại đơn vị đã khai, hoặc xin mã ghép.

## Tra cứu

receipt-none = Tôi không thấy bản **{ $code }** trong những bản đồng chí được xem. Đồng chí kiểm tra lại mã giúp; bản của người khác thì chỉ người gửi, đầu mối đơn vị và thường trực thi đua xem được.

receipt-desk = **{ $code }** · { $phase } · { $state }, cập nhật ngày { $date }

pledge-which = Đồng chí có nhiều bản đăng ký. Bản nào?

pledge-none-standing = Tôi không thấy bản đăng ký nào của đồng chí còn hiệu lực để làm việc này.

register-again = Đồng chí đã có bản đăng ký cá nhân **{ $code }** trong đợt này. Đồng chí muốn sửa bản đó, hay làm thêm một bản (cho tập thể hoặc người khác)?

withdraw-ask = Đồng chí muốn rút bản đăng ký **{ $code }**?

withdraw-done = Đã rút bản đăng ký **{ $code }**. Bản này vẫn còn trong lịch sử là “đã rút”; đồng chí có thể đăng ký lại bất cứ lúc nào.

## Hoàn tác

menu-undo-pledge = ↩ Hoàn tác, mở lại để sửa

undo-done = Đã lấy lại bản **{ $code }** vừa gửi; bản đó coi như chưa gửi. Đồng chí sửa rồi gửi lại, hoặc dừng.

undo-late = Bản **{ $code }** đã gửi quá { $minutes } phút hoặc đã có thay đổi nên không hoàn tác được nữa. Đồng chí vẫn sửa hoặc rút được.

undo-all = ↩ Hoàn tác cả { $count } bản

undo-all-done = Đã lấy lại cả { $count } bản vừa gửi; các bản đó coi như chưa gửi.

undo-nothing = Không có bản nào gửi trong { $minutes } phút vừa qua mà còn hoàn tác được. Bản đã gửi thì đồng chí sửa hoặc rút.
