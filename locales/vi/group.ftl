## Bot nói trong nhóm

group-introduction =
    Kính chào các đồng chí! Tôi là trợ lý tự động của **{ $campaign }**.
    • Hỏi tôi về thời gian, nội dung, danh hiệu, khen thưởng: nhắc tên tôi, trả lời tin của tôi, hoặc gõ /hoi kèm câu hỏi. Các mốc thời gian: /moc
    • Đăng ký và mọi việc cá nhân: xin nhắn riêng cho tôi, không viết ở đây.
    • Quản trị viên nhóm chọn nhận tin hay không: /tin

group-help =
    Trong nhóm, tôi trả lời câu hỏi về phong trào: nhắc tên tôi, trả lời tin của tôi, hoặc gõ /hoi kèm câu hỏi. Các mốc thời gian: /moc
    Đăng ký và mọi việc cá nhân, xin nhắn riêng cho tôi.

group-private = Việc này có thông tin cá nhân, mời đồng chí nhắn riêng cho tôi.

group-others = Trong nhóm, tôi không nói về đăng ký hay thông tin của bất kỳ ai. Việc của chính mình, mời đồng chí nhắn riêng cho tôi.

group-trogiup = Nhắn riêng cho trợ lý
group-dangky = Đăng ký thi đua (nhắn riêng)
group-cuatoi = Bản đăng ký của tôi (nhắn riêng)
group-nhac = Nhắc hạn của tôi (nhắn riêng)
group-dulieu = Dữ liệu của tôi (nhắn riêng)
group-ngonngu = Đổi ngôn ngữ (nhắn riêng)

## Cài đặt nhận tin của nhóm

group-settings =
    Tin phong trào trong nhóm này:
    • Nhóm: { $news }
    • Thường trực thi đua: { $allowed }
    • Nơi gửi: { $where }

group-news-on = nhận tin
group-news-off = không nhận tin
group-allowed = đã cho phép gửi
group-not-allowed = chưa cho phép gửi
group-where-general = chủ đề chung của nhóm
group-where-here = chủ đề này
group-where-elsewhere = một chủ đề khác
group-where-closed = { $where } (đã đóng, tin chưa đi được)
group-choice-news-on = 🔔 Nhận tin
group-choice-news-off = 🔕 Không nhận tin
group-choice-thread-here = Gửi tin vào chủ đề này
group-choice-thread-general = Gửi tin vào chủ đề chung

group-not-administrator = Chỉ quản trị viên của nhóm đổi được cài đặt này.

group-not-verified = Lúc này tôi chưa xác minh được đồng chí có phải quản trị viên của nhóm không, nên chưa đổi gì. Đồng chí thử lại sau ít phút.

group-anonymous = Cài đặt này cần một quản trị viên viết bằng tên của mình; tôi không biết ai viết khi đồng chí viết với tư cách nhóm hoặc kênh.

## Báo thường trực thi đua

group-untitled = (nhóm chưa rõ tên)

group-office-present = Trợ lý vừa được thêm vào nhóm **{ $title }**. Tin phong trào chưa được gửi vào đó; đồng chí có cho phép không?

group-office-silenced = Trợ lý không viết được vào nhóm **{ $title }** (mất quyền viết). Tin phong trào tạm thời không gửi vào đó; khi đã có lại quyền, quản trị viên nhóm gõ /tin bật trong nhóm.

group-office-topic-closed = Chủ đề nhận tin trong nhóm **{ $title }** đã đóng hoặc không còn. Tin phong trào tạm thời không gửi vào đó; tin đi tiếp khi chủ đề được mở lại, hoặc khi quản trị viên nhóm gõ /tin trong một chủ đề khác và chọn nơi gửi.

group-office-back = Trợ lý lại viết được vào nhóm **{ $title }**.

group-office-gone = Trợ lý không còn trong nhóm **{ $title }**. Tin phong trào không gửi vào đó nữa.

group-office-moved = Nhóm **{ $title }** đã được nâng cấp nên có mã mới; cài đặt của nhóm được giữ nguyên.

group-choice-enable = Cho phép gửi tin
group-choice-refuse = Không

## Danh sách nhóm

group-list = **Các nhóm có trợ lý**: { $count }, trong đó { $ready } nhóm đang nhận tin phong trào.

group-list-none = Trợ lý chưa được thêm vào nhóm nào.

group-list-unknown = Nhóm này không còn trong danh sách, hoặc đã thay đổi. Đồng chí xem lại danh sách.

group-line = **{ $title }**: { $state }; { $enabled }; nhóm chọn { $news }.

group-state-present = đang hoạt động
group-state-silenced = không viết được
group-state-topic-closed = chủ đề nhận tin đã đóng
group-state-gone = đã rời nhóm

group-now-enabled = ✅ Đã cho phép gửi tin phong trào vào nhóm **{ $title }**.

group-now-disabled = Tin phong trào không gửi vào nhóm **{ $title }**.

group-page-back = ◀️ Trước
group-page-on = Sau ▶️

menu-groups = 👥 Danh sách nhóm
menu-group-enable = Cho phép: { $title }
menu-group-disable = Thôi gửi: { $title }
menu-group-forget = Bỏ khỏi danh sách: { $title }

## Việc cần cán bộ xem

office-only = Mục này dành cho thường trực thi đua.

help-office =
    Dành cho thường trực thi đua:
    • Gửi tin phong trào: /tin
    • Các nhóm có trợ lý: /nhom
    • Sự cố cần xem: /viec
    • Danh sách cán bộ, đơn vị: gửi tệp .xlsx hoặc .csv vào đây
    • Giao đầu mối, xem một người: /nguoi kèm họ tên

menu-work = 🛠 Sự cố cần xem
menu-retry-update = Thử lại số { $number }

work-new = ⚠️ Có tin gửi đến mà tôi chưa xử lý được sau nhiều lần thử. Tin còn giữ để thử lại.

work-counts = **Sự cố cần xem.** Đang chờ xử lý: { $waiting }. Đã dừng sau nhiều lần thử: { $parked }.

work-parked = { $number }. { $at }, { $who }: { $reason }

work-who-person = { $name } ({ $channel })
work-who-nameless = một người trên { $channel } chưa khai tên
work-who-group = nhóm **{ $title }**

work-cause-database = chưa ghi được vào cơ sở dữ liệu
work-cause-program = chương trình gặp lỗi khi xử lý

office-trouble-misconfigured = ⚠️ **Cần cán bộ quản trị xem:** { $channel } đang từ chối mọi tin của tôi, thường là do mã truy cập (token) không còn đúng. Tin được giữ để gửi lại trong khoảng một giờ.

office-trouble-repeated = ⚠️ **Cần cán bộ quản trị xem:** cùng một nội dung được gửi quá nhiều lần trong một giờ tới { $who }, nên tôi đã ngừng gửi nội dung đó.

work-repeated = Trong 24 giờ qua, { $count } tin trên { $channel } bị chặn vì gửi lặp lại quá nhiều tới cùng một nơi; lần cuối { $at }.

work-retried = Đã đưa lại vào hàng chờ.

work-not-parked = Mục này không còn trong danh sách đã dừng. Đồng chí xem lại danh sách.
