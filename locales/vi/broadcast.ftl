## Tin gửi đi

broadcast-heading-news = 📣 **Tin từ thường trực thi đua**
broadcast-heading-remind = 🔔 **Nhắc lại: mong đồng chí đọc tin dưới đây và bấm “Đã đọc”**
broadcast-heading-correct = 📣 **Tin từ thường trực thi đua** (đã đính chính)

broadcast-acknowledge = ✅ Đã đọc
broadcast-acknowledged = Đã ghi nhận đồng chí đã đọc. Cảm ơn đồng chí.

broadcast-button-dangky = 📝 Đăng ký thi đua
broadcast-button-cuatoi = 📄 Bản đăng ký của tôi
broadcast-button-moc = 📅 Các mốc thời gian

## Soạn tin

news-not-allowed = Chỉ thường trực thi đua được gửi tin phong trào.

broadcast-text = Nội dung
broadcast-ask = Đồng chí gõ nội dung tin, hoặc gửi một ảnh hay tài liệu kèm lời. Chữ đậm, nghiêng, liên kết được giữ nguyên. Chưa gì được gửi đi cho đến khi đồng chí xem lại và bấm gửi.
broadcast-ask-correction = Đồng chí gõ lại toàn bộ nội dung đúng. Nội dung này sẽ thay vào tin đã gửi.
broadcast-empty = Tin đang trống. Đồng chí gõ nội dung cần gửi.
broadcast-long = Tin dài { $length } ký tự, nhiều hơn { $longest } ký tự cho phép. Đồng chí rút gọn giúp.
broadcast-long-caption = Lời kèm tệp dài { $length } ký tự, nhiều hơn { $longest } ký tự cho phép. Đồng chí rút gọn giúp.
broadcast-with-file = { $file } { $words }
broadcast-file-photo = 🖼 (ảnh)
broadcast-file-document = 📎 (tài liệu)
broadcast-only-file = (chỉ có tệp)

broadcast-extras = Nút kèm theo
broadcast-extras-ask = Dưới tin có nút nào không? Tối đa { $most } nút, chưa kể nút “Đã đọc”. Không cần thì đồng chí bấm “Xong”.
broadcast-extra-dangky = 📝 Đăng ký thi đua
broadcast-extra-cuatoi = 📄 Bản đăng ký của tôi
broadcast-extra-moc = 📅 Các mốc thời gian
broadcast-extra-links = 🔗 Liên kết tới trang web
broadcast-extra-acknowledge = ✅ Nút “Đã đọc”, biết ai chưa đọc

broadcast-links = Liên kết
broadcast-links-ask = Mỗi dòng một liên kết, nhãn trước, địa chỉ sau, tối đa { $most }. Ví dụ: Xem kế hoạch | https://camau.gov.vn/ke-hoach
broadcast-links-unclear = Tôi chưa đọc được liên kết ở dòng “{ $line }”. Đồng chí gõ nhãn rồi đến địa chỉ bắt đầu bằng https://, ví dụ: Xem kế hoạch | https://camau.gov.vn/ke-hoach
broadcast-links-label = Mỗi liên kết cần một nhãn ngắn đứng trước, không quá 60 ký tự.
broadcast-links-many = Nhiều hơn { $most } liên kết. Đồng chí bớt giúp.

broadcast-to = Người nhận
broadcast-to-ask = Tin này gửi cho ai?
broadcast-to-people = Mọi người (nhắn riêng)
broadcast-to-both = Mọi người và các nhóm
broadcast-to-groups = Chỉ các nhóm
broadcast-to-chosen = Chọn theo đơn vị, vai trò, kênh…
broadcast-to-remind = người chưa bấm “Đã đọc”
broadcast-to-correct = người đã nhận tin cần đính chính
broadcast-option = { $label } · { $count }
broadcast-and = { $before }, { $part }
broadcast-none = không có
broadcast-all = tất cả

broadcast-places = Nơi nhận
broadcast-places-ask = Gửi vào đâu?
broadcast-units = Đơn vị
broadcast-units-ask = Gửi cho đơn vị nào? Không đánh dấu mục nào là mọi đơn vị.
broadcast-roles = Vai trò
broadcast-roles-ask = Gửi cho vai trò nào? Không đánh dấu mục nào là mọi vai trò.
broadcast-role-staff = Cán bộ
broadcast-role-coordinator = Đầu mối đơn vị
broadcast-role-office = Thường trực thi đua
broadcast-role-owner = Quản trị
broadcast-pledge = Đăng ký
broadcast-pledge-ask = Theo tình trạng đăng ký { $phase }?
broadcast-pledge-with = Người đã đăng ký { $phase }
broadcast-pledge-without = Người chưa đăng ký { $phase }
broadcast-channels = Kênh
broadcast-channels-ask = Gửi qua kênh nào? Không đánh dấu mục nào là mọi kênh, mỗi người một lần.
broadcast-channel-telegram = Telegram
broadcast-channel-zalo-bot = Zalo Bot
broadcast-channel-zalo-oa = Zalo OA
broadcast-channel-web = Trang web

broadcast-time = Thời điểm gửi
broadcast-time-ask = Gửi khi nào?
broadcast-time-now = Gửi ngay sau khi xem lại
broadcast-time-later = Hẹn giờ gửi
broadcast-at = Hẹn lúc
broadcast-at-ask = Đồng chí gõ giờ gửi, ví dụ: 16h30, 8h ngày mai, 20/11 8:00
broadcast-at-unclear = Tôi chưa rõ giờ gửi. Đồng chí gõ giúp như: 16h30, 8h ngày mai, 20/11 8:00
broadcast-at-past = { $at } đã qua rồi, bây giờ là { $now }. Đồng chí chọn giúp một giờ sắp tới.

broadcast-review = **Xem lại trước khi gửi**
broadcast-review-correction = **Xem lại bản đính chính.** Số nơi đã nhận tin: { $count }
broadcast-count = **Sẽ đến { $total } nơi**
broadcast-count-channel = • { $channel }: { $people } người, { $groups } nhóm
broadcast-excluded = • Không nhận được: { $count } ({ $why })
broadcast-excluded-blocked = đã chặn trợ lý
broadcast-excluded-no-chat = chưa nhắn riêng cho trợ lý lần nào
broadcast-excluded-other-channel = không có trên kênh đã chọn
broadcast-excluded-no-files = kênh của họ không chuyển được tệp này
broadcast-excluded-group-not-enabled = nhóm chưa được thường trực cho nhận tin
broadcast-excluded-group-no-news = nhóm đã tắt nhận tin
broadcast-excluded-group-silenced = trợ lý không được viết trong nhóm
broadcast-excluded-group-channel = nhóm không ở kênh đã chọn hoặc không nhận được tệp này
broadcast-note-hours = ⚠️ { $at } là ngoài giờ hành chính. Tin vẫn gửi được nếu đồng chí thấy cần.
broadcast-note-approval = Tin chỉ đi khi một đồng chí khác của thường trực đồng ý.
broadcast-note-correction = Tin đã gửi được sửa tại chỗ ở kênh nào sửa được. Các nút giữ nguyên.

broadcast-preview-button = 👁 Xem trước
broadcast-preview = Người nhận sẽ thấy đúng như sau:
broadcast-test-button = 🧪 Gửi thử cho tôi
broadcast-tested = Bản gửi thử đang đến, chỉ mình đồng chí nhận.
broadcast-send = 📣 Gửi
broadcast-send-approval = 📨 Gửi để duyệt
broadcast-send-correction = ✏️ Đính chính

broadcast-sent = ✅ Đã nhận lệnh gửi tới { $total } nơi ({ $audience }). Tiến độ hiện ở tin dưới đây.
broadcast-sent-later = ✅ Đã hẹn gửi lúc { $at }. Nếu gửi bây giờ thì đến { $total } nơi; người nhận được tính lại đúng lúc gửi.
broadcast-sent-approval = ✅ Đã chuyển cho các đồng chí khác của thường trực duyệt. Tin chưa gửi cho ai.
broadcast-correcting = ✅ Đang sửa các tin đã gửi. Tiến độ hiện ở tin dưới đây.

## Tiến độ

broadcast-state-awaiting = 📨 **Chờ duyệt**
broadcast-state-scheduled = ⏰ **Hẹn gửi lúc { $at }**
broadcast-state-sending = 📣 **Đang gửi**
broadcast-state-paused = ⏸ **Đang tạm dừng**
broadcast-state-cancelled = ⛔ **Đã hủy**
broadcast-state-done = ✅ **Đã gửi xong**

broadcast-short-awaiting = chờ duyệt
broadcast-short-scheduled = hẹn giờ
broadcast-short-sending = đang gửi
broadcast-short-paused = tạm dừng
broadcast-short-cancelled = đã hủy
broadcast-short-done = đã gửi

broadcast-about =
    “{ $words }”
    Gửi: { $audience }

broadcast-figures =
    { $bar } { $percent }% của { $total }
    Đã gửi: { $sent } · Lỗi: { $failed } · Đã chặn: { $blocked } · Không rõ: { $unknown } · Hủy: { $cancelled } · Còn chờ: { $waiting }

broadcast-remaining = Còn khoảng { $minutes } phút

broadcast-reason-failures = Tự dừng vì quá nhiều tin gửi không được. Đồng chí xem lại rồi cho gửi tiếp hoặc hủy.
broadcast-reason-missed = Hệ thống ngừng hoạt động lúc đến giờ gửi, nay đã quá giờ hẹn hơn một ngày. Đồng chí xem tin còn đúng không rồi cho gửi tiếp hoặc hủy.
broadcast-reason-refused = Đồng chí duyệt không đồng ý.

broadcast-tripped = ⚠️ Tin “{ $words }” **tự tạm dừng** vì quá nhiều lượt gửi không được. Mong đồng chí xem lại.
broadcast-missed = ⚠️ Tin “{ $words }” **chưa gửi** vì hệ thống ngừng hoạt động lúc đến giờ hẹn, nay đã quá hơn một ngày. Mong đồng chí xem lại.

menu-news-new = ✍️ Soạn tin mới
menu-broadcast-open = 👁 Xem tin này
broadcast-open-number = Xem tin { $number }
menu-broadcast-pause = ⏸ Tạm dừng
menu-broadcast-resume = ▶️ Gửi tiếp
menu-broadcast-cancel = ⛔ Hủy gửi
menu-broadcast-cancel-yes = Hủy hẳn
menu-broadcast-approve = ✅ Đồng ý cho gửi
menu-broadcast-refuse = Không đồng ý
menu-broadcast-retry = 🔁 Gửi lại { $count } nơi lỗi
menu-broadcast-correct = ✏️ Đính chính tin đã gửi
menu-broadcast-unread = 👀 Ai chưa đọc
menu-broadcast-remind = 🔔 Nhắc đúng { $count } người này
menu-broadcast-certificate = 📄 Biên bản gửi tin

broadcast-list = **Các tin gần đây**
broadcast-listed = { $number }. { $at } · { $state } · { $words }
broadcast-gone = Việc này không còn làm được nữa: tin đã sang bước khác hoặc không có.
broadcast-own = Tin do chính đồng chí soạn nên phải một đồng chí khác duyệt.
broadcast-approve-ask = 📨 **Tin trên đây chờ đồng chí duyệt.** Đồng ý thì tin được gửi đi.

broadcast-cancel-ask = Đã ra ngoài { $sent } tin, không rút lại được. Còn { $waiting } tin chưa gửi sẽ bỏ. Đồng chí hủy hẳn?
broadcast-cancel-ask-unsent = Tin chưa gửi cho ai. Đồng chí hủy hẳn?
broadcast-done-cancel-unsent = ⛔ Đã hủy. Tin chưa gửi cho ai.
broadcast-done-pause = ⏸ Đã tạm dừng. Đã gửi { $sent }, còn chờ { $waiting }.
broadcast-done-resume = ▶️ Gửi tiếp { $waiting } tin còn chờ.
broadcast-done-cancel = ⛔ Đã hủy. Đã ra ngoài { $sent } tin; { $waiting } tin chưa gửi được bỏ.
broadcast-done-approve = ✅ Đồng chí đã đồng ý. Tin sẽ được gửi đi.
broadcast-done-refuse = Đồng chí không đồng ý. Tin không được gửi.
broadcast-done-retry = 🔁 Đang gửi lại { $failed } nơi lỗi.

broadcast-unread = **{ $count } người đã nhận mà chưa bấm “Đã đọc”:**
broadcast-unread-person = • { $name } ({ $unit })
broadcast-unread-nameless = chưa khai tên
broadcast-unread-more = … và { $more } người nữa
broadcast-all-read = Mọi người nhận được tin đều đã bấm “Đã đọc”.
broadcast-reminding = 🔔 Đang nhắc { $count } người chưa đọc.

## Biên bản

broadcast-certificate-coming = Biên bản đang được lập, sẽ gửi vào đây ngay.
broadcast-certificate-own = Biên bản có tên người nhận nên chỉ gửi cho người đã soạn tin.
broadcast-certificate-no-files = Kênh này chưa nhận được tệp nên tôi chưa gửi biên bản vào đây được.
broadcast-certificate = 📄 Biên bản gửi tin “{ $words }”

certificate-file = bien-ban-gui-tin
certificate-sheet = Biên bản gửi tin
certificate-title = Nội dung
certificate-state = Tình trạng
certificate-started = Bắt đầu gửi
certificate-ended = Kết thúc
certificate-written = Lập lúc
certificate-total = Tổng số nơi nhận
certificate-number = STT
certificate-name = Họ tên
certificate-unit = Đơn vị
certificate-channel = Kênh
certificate-address = Địa chỉ
certificate-at = Lúc
certificate-reason = Lý do
certificate-attempts = Số lần thử
certificate-doubts = Lần không rõ
certificate-acknowledged = Đã đọc lúc

delivery-state-queued = Đang chờ
delivery-state-attempting = Đang gửi
delivery-state-sent = Đã gửi
delivery-state-failed = Không gửi được
delivery-state-unknown = Không rõ
delivery-state-cancelled = Đã hủy
delivery-state-expired = Quá hạn
