## Tin gửi đi

broadcast-heading-news = 📣 **Tin từ thường trực thi đua**
broadcast-heading-remind = 🔔 **Nhắc lại: mong đồng chí đọc tin dưới đây và bấm “Đã đọc”**
broadcast-heading-correct = 📣 **Tin từ thường trực thi đua** (đã đính chính)

broadcast-acknowledge = ✅ Đã đọc
broadcast-acknowledged = Đã ghi nhận đồng chí đã đọc. Cảm ơn đồng chí.
broadcast-acknowledged-test = Đây mới là bản xem trước nên chưa ghi nhận gì. Khi tin được gửi thật, ai bấm nút này thì được ghi là đã đọc.

broadcast-button-dangky = 📝 Đăng ký thi đua
broadcast-button-cuatoi = 📄 Bản đăng ký của tôi
broadcast-button-moc = 📅 Các mốc thời gian

## Soạn tin

news-not-allowed = Chỉ thường trực thi đua được gửi tin phong trào.

broadcast-text = Nội dung
broadcast-ask = Đồng chí gõ nội dung tin, hoặc gửi một ảnh hay tài liệu kèm lời. Chữ đậm, nghiêng, liên kết được giữ nguyên. Chưa gì được gửi đi cho đến khi đồng chí xem lại và bấm gửi.
broadcast-ask-words = Đồng chí gõ nội dung tin. Kênh này chỉ nhận lời, chưa nhận ảnh, tài liệu hay chữ đậm, nghiêng. Chưa gì được gửi đi cho đến khi đồng chí xem lại và bấm gửi.
broadcast-ask-list = Các tin đã gửi: /tin
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

broadcast-extras-many = { $links ->
    [0] Dưới tin có tối đa { $most } nút. Đồng chí bỏ dấu bớt một mục.
    [1] Dưới tin có tối đa { $most } nút, liên kết cũng là một nút. Đồng chí bỏ dấu bớt một mục.
   *[other] Dưới tin có tối đa { $most } nút, mà { $links } liên kết đã gõ cũng là nút. Đồng chí bỏ dấu bớt, hoặc quay lại sửa liên kết.
}

broadcast-links = Liên kết
broadcast-links-ask = Mỗi dòng một liên kết, nhãn trước, địa chỉ sau, tối đa { $most }. Ví dụ: Xem kế hoạch | https://camau.gov.vn/ke-hoach
broadcast-links-unclear = Tôi chưa đọc được liên kết ở dòng “{ $line }”. Đồng chí gõ nhãn rồi đến địa chỉ bắt đầu bằng https://, ví dụ: Xem kế hoạch | https://camau.gov.vn/ke-hoach
broadcast-links-label = Mỗi liên kết cần một nhãn ngắn đứng trước, không quá 60 ký tự.
broadcast-links-many = Đồng chí gõ { $given } liên kết, dưới tin chỉ còn chỗ cho { $most } (tối đa 3 nút). Đồng chí gõ lại, bớt giúp.

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
broadcast-at-ask = Đồng chí gõ giờ gửi, ví dụ: 16h30, 8h sáng mai, 14h ngày 20/11
broadcast-at-unclear = Tôi chưa rõ giờ gửi. Đồng chí gõ giúp như: 16h30, 8h sáng mai, 14h ngày 20/11
broadcast-at-now-or-seven = Ý đồng chí là gửi ngay bây giờ hay lúc 7 giờ? Đồng chí gõ “gửi ngay”, hoặc gõ giờ như 7h.
broadcast-at-no-such-day = Lịch không có ngày này. Đồng chí xem lại giúp ngày và tháng.
broadcast-at-past = { $at } đã qua rồi, bây giờ là { $now }. Đồng chí chọn giúp một giờ sắp tới.
broadcast-at-past-day = Ngày { $day } đã qua rồi, bây giờ là { $now }. Đồng chí chọn giúp một giờ sắp tới.
broadcast-at-either = Ý đồng chí là { $one } hay { $other }? Đồng chí gõ lại giúp đúng một trong hai.
broadcast-at-no-time = Ngày { $day } gửi lúc mấy giờ? Đồng chí gõ cả giờ và ngày, ví dụ: 16h30 { $day }

broadcast-review = **Xem lại trước khi gửi**
broadcast-review-correction = **Xem lại bản đính chính.** Số nơi đã nhận tin: { $count }
broadcast-count = **Sẽ đến { $total } { $groups ->
    [0] người
   *[other] nơi
}**
broadcast-count-channel = • { $channel }: { $people } người, { $groups } nhóm
broadcast-excluded = • Không nhận được: { $count } ({ $why })
broadcast-excluded-blocked = đã chặn trợ lý
broadcast-excluded-no-chat = chưa mở trợ lý lần nào
broadcast-excluded-other-channel = không có trên kênh đã chọn
broadcast-excluded-no-files = kênh của họ không chuyển được tệp này
broadcast-excluded-group-not-enabled = nhóm chưa được thường trực cho nhận tin
broadcast-excluded-group-no-news = nhóm đã tắt nhận tin
broadcast-excluded-group-silenced = trợ lý không được viết trong nhóm
broadcast-excluded-group-channel = nhóm không ở kênh đã chọn hoặc không nhận được tệp này
broadcast-note-hours = ⚠️ { $at } là ngày nghỉ, hoặc trước 7 giờ, sau 20 giờ. Tin vẫn gửi được nếu đồng chí thấy cần.
broadcast-nobody = ⚠️ **Hiện không có nơi nào nhận được tin này.** Đồng chí chọn lại người nhận. Người nhận được là người đã mở trợ lý ít nhất một lần, trên Telegram hay trang web; nhóm thì được cho nhận tin ở /nhom.
broadcast-no-approver = ⚠️ **Chưa có ai duyệt được.** Tin chỉ đi khi một đồng chí khác của thường trực đồng ý, mà hiện chỉ có đồng chí. Đề nghị người quản trị thêm tài khoản của một đồng chí nữa vào mục OWNERS, rồi đồng chí ấy nhắn cho trợ lý một lần.
broadcast-not-sent = Chưa gửi gì cả.
broadcast-note-approval = Tin chỉ đi khi một đồng chí khác của thường trực đồng ý.
broadcast-note-correction = Tin đã gửi được sửa tại chỗ ở kênh nào sửa được. Ai còn chờ nhận cũng nhận nội dung mới. Các nút giữ nguyên.

broadcast-preview-button = 👁 Xem trước
broadcast-preview = Người nhận sẽ thấy đúng như sau:
broadcast-test-button = 🧪 Gửi thử cho tôi
broadcast-tested = Bản gửi thử đang đến, chỉ mình đồng chí nhận.
broadcast-send = 📣 Gửi
broadcast-send-approval = 📨 Gửi để duyệt
broadcast-send-correction = ✏️ Đính chính

broadcast-sent = ✅ Đã nhận lệnh gửi tới { $total } nơi ({ $audience }). Tiến độ hiện ở tin dưới đây.
broadcast-sent-already = Tin đã được nhận lệnh gửi, đồng chí không cần bấm lại.
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
broadcast-state-partly = ✅ **Đã gửi xong, có nơi chưa nhận được**
broadcast-state-unheard = ⚠️ **Đã gửi hết, chưa rõ có đến không**
broadcast-state-failed = ❌ **Không gửi được cho nơi nào**
broadcast-state-nobody = ⚠️ **Không gửi cho ai: lúc gửi không có nơi nào nhận được**

broadcast-short-awaiting = chờ duyệt
broadcast-short-scheduled = hẹn giờ
broadcast-short-sending = đang gửi
broadcast-short-paused = tạm dừng
broadcast-short-cancelled = đã hủy
broadcast-short-done = đã xong

broadcast-about =
    “{ $words }”
    Gửi: { $audience }

broadcast-bar = { $bar } { $percent }% của { $total }
broadcast-bar-cancelled = { $bar } đã ra ngoài { $percent }% của { $total }
broadcast-sent-all = Đã gửi: { $sent }
broadcast-sent-waiting = Đã gửi: { $sent } · Còn chờ: { $waiting }
broadcast-figure-failed = Không gửi được: { $count }
broadcast-figure-blocked = Đã chặn trợ lý hoặc đã rời đi: { $count }
broadcast-figure-unknown = Mất liên lạc giữa chừng, chưa rõ đã đến hay chưa; không gửi lại để khỏi trùng: { $count }
broadcast-figure-cancelled = Đã bỏ, không gửi: { $count }

broadcast-remaining = Còn khoảng { $minutes } phút

broadcast-reason-failures = Tự dừng vì quá nhiều tin gửi không được. Đồng chí xem lại rồi cho gửi tiếp hoặc hủy.
broadcast-reason-missed = Đã quá giờ hẹn hơn một ngày mà tin chưa được gửi. Đồng chí xem tin còn đúng không rồi cho gửi tiếp hoặc hủy.
broadcast-reason-refused = Đồng chí duyệt không đồng ý.

broadcast-tripped = ⚠️ Tin “{ $words }” **tự tạm dừng** vì quá nhiều lượt gửi không được. Mong đồng chí xem lại.
broadcast-missed = ⚠️ Tin “{ $words }” **chưa gửi** vì đã quá giờ hẹn hơn một ngày. Mong đồng chí xem lại.

menu-news-list = 📋 Các tin đã gửi
menu-news-new = ✍️ Soạn tin mới
menu-broadcast-open = 👁 Xem tin này
broadcast-open-number = Xem tin { $number }
menu-broadcast-pause = ⏸ Tạm dừng
menu-broadcast-resume = ▶️ Gửi tiếp
menu-broadcast-cancel = ⛔ Hủy gửi
menu-broadcast-cancel-yes = Hủy hẳn
menu-broadcast-approve = ✅ Đồng ý cho gửi
menu-broadcast-approve-now = ✅ Gửi ngay
menu-broadcast-refuse = Không đồng ý
menu-broadcast-retry = 🔁 Gửi lại { $count } nơi lỗi
menu-broadcast-correct = ✏️ Đính chính tin đã gửi
menu-broadcast-unread = 👀 Ai chưa đọc
menu-broadcast-remind = 🔔 Nhắc đúng { $count } người này
menu-broadcast-certificate = 📄 Biên bản gửi tin

broadcast-list = **Các tin gần đây**
broadcast-listed = { $number }. { $at } · { $state } · { $words }
news-offer = Đây là nội dung tin mới? Tôi đã giữ lại, chưa gửi cho ai.
news-offer-yes = ✍️ Soạn tin này
news-offer-no = Không, đây là câu hỏi
broadcast-gone = Việc này không còn làm được nữa: tin đã sang bước khác hoặc không có.
broadcast-own = Tin do chính đồng chí soạn nên phải một đồng chí khác duyệt.
broadcast-approve-ask = 📨 **Tin trên đây chờ đồng chí duyệt.** Đồng ý thì tin được gửi đi.

broadcast-cancel-held = ⏸ **Đã tạm dừng** trong lúc đồng chí trả lời.
broadcast-cancel-ask = Đến lúc này đã ra ngoài { $sent } tin, không rút lại được. Còn { $waiting } tin chưa gửi sẽ bỏ. Đồng chí có chắc chắn hủy không?
broadcast-cancel-ask-unsent = Tin chưa gửi cho ai. Đồng chí có chắc chắn hủy không?
broadcast-done-cancel-unsent = ⛔ Đã hủy. Tin chưa gửi cho ai.
broadcast-done-pause = ⏸ Đã tạm dừng. Vài tin đang trên đường vẫn đi nốt; số liệu ở tin tiến độ.
broadcast-done-resume = ▶️ Đang gửi tiếp các tin còn chờ.
broadcast-done-cancel = ⛔ Đã hủy, các tin chưa gửi được bỏ. Vài tin đang trên đường vẫn đi nốt; số liệu ở tin tiến độ.
broadcast-done-approve = ✅ Đồng chí đã đồng ý. Tin được gửi ngay bây giờ.
broadcast-done-approve-later = ✅ Đồng chí đã đồng ý. Tin sẽ được gửi lúc { $at }.
broadcast-approve-late = ⏰ Tin này hẹn gửi lúc { $at }, nay đã { $now }. Gửi ngay?
broadcast-done-refuse = Đồng chí không đồng ý. Tin không được gửi.
broadcast-done-retry = 🔁 Đang gửi lại các nơi lỗi. Số liệu ở tin tiến độ.

broadcast-unread = **{ $count } người đã nhận mà chưa bấm “Đã đọc”:**
broadcast-unread-person = • { $name }
broadcast-unread-person-of = • { $name } ({ $unit })
broadcast-unread-nameless = • { $count } người chưa khai tên
broadcast-unread-more = … và { $more } người nữa
broadcast-all-read = Cả { $read } người đã nhận tin đều đã bấm “Đã đọc”.
broadcast-rest-read = Đã có { $read } người bấm “Đã đọc”; không còn ai để nhắc.
broadcast-read-nobody = Chưa có ai nhận tin này trong tin nhắn riêng mà tôi còn nhắn được, nên chưa biết ai đọc hay chưa.
broadcast-unread-left = Không nhắc được: { $left } người đã nhận nhưng nay đã chặn trợ lý.
broadcast-unread-unreached = Không tính { $unreached } người chưa nhận được tin.
broadcast-unread-groups = Tin cũng vào { $groups } nhóm; trong nhóm tôi không biết ai chưa đọc.
broadcast-reminded = 🔔 Đã nhắc lúc { $at }. Có thể nhắc lại từ { $next }.
broadcast-reminding = 🔔 Đang nhắc { $count } người chưa đọc.

## Biên bản

broadcast-certificate-coming = Biên bản đang được lập, sẽ gửi vào đây ngay.
broadcast-certificate-own = Biên bản có tên người nhận nên chỉ gửi cho người đã soạn tin.
broadcast-certificate-no-files = Kênh này chưa nhận được tệp nên tôi chưa gửi biên bản vào đây được.
broadcast-certificate = 📄 Biên bản gửi tin “{ $words }”

certificate-file = bien-ban-gui-tin
certificate-sheet = Biên bản gửi tin
certificate-title = Nội dung
certificate-author = Người soạn
certificate-approver = Người duyệt
certificate-audience = Người nhận
certificate-read = Tổng số đã đọc
certificate-unnamed = chưa khai tên
certificate-state = Tình trạng
certificate-clock = Đồng hồ
certificate-clock-of-server = giờ thật của máy chủ
certificate-nameless = Người dùng { $channel } chưa khai tên
certificate-group = Nhóm { $title }
certificate-group-untitled = Nhóm
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
certificate-detail = Nguyên văn lỗi
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

delivery-reason-blocked = Người nhận đã chặn trợ lý hoặc đã rời đi
delivery-reason-rejected = Kênh không nhận tin này
delivery-reason-throttled = Kênh yêu cầu gửi chậm lại, đang chờ gửi tiếp
delivery-reason-held = Kênh yêu cầu gửi chậm lại, đang chờ gửi tiếp
delivery-reason-ambiguous = Mất liên lạc giữa chừng, chưa rõ tin đã đến hay chưa
delivery-reason-misconfigured = Cài đặt kênh chưa đúng, người quản trị cần xem lại
delivery-reason-unreachable = Không liên lạc được với kênh
delivery-reason-repeated = Nơi này đã nhận đúng nội dung ấy nhiều lần trong một giờ
delivery-reason-stopped = Trợ lý khởi động lại giữa chừng, chưa rõ tin đã đến hay chưa
delivery-reason-cancelled = Thường trực đã hủy trước khi gửi
delivery-reason-other = Lý do khác
