## The page

web-title = Thi đua bot
web-subtitle = Trợ lý phong trào thi đua
web-skip = Đến ô nhập tin nhắn
web-language = Ngôn ngữ
web-language-vi = Tiếng Việt
web-language-en = English
web-needs-script = Trang này cần JavaScript. Đề nghị đồng chí bật JavaScript trong trình duyệt rồi tải lại trang.
web-log = Cuộc trò chuyện
web-compose = Soạn tin nhắn
web-input = Tin nhắn
web-placeholder = Nhập tin nhắn…
web-send = Gửi
web-hint = Nhấn Enter để gửi, Shift + Enter để xuống dòng.
web-bot = Bot
web-person = Đồng chí
web-typing = Tôi đang soạn câu trả lời…
web-new-below = Xem tiếp bên dưới
web-chosen = đã chọn
web-choices = Lựa chọn

## Before the first message

web-empty-title = Chào đồng chí!
web-empty-text = Tôi giải đáp về phong trào thi đua, giúp đồng chí đăng ký và nhắc việc đúng hạn. Đồng chí cứ hỏi như hỏi một đồng nghiệp.
web-start = Bắt đầu
web-example-1 = Phong trào có mấy đợt?
web-example-2 = Còn bao nhiêu ngày nữa là hết đợt?
web-example-3 = Tôi muốn đăng ký thi đua

## What the transcript shows for things without words

web-sent-photo = (Đã gửi một ảnh)
web-sent-file = (Đã gửi một tệp)
web-attach = Gửi tệp danh sách (.xlsx, .csv)

## Files that the bot sends

web-file = Tải tệp
web-file-elsewhere = (Tin có kèm một tệp chưa mở được trên trang này.)

## Connection

web-connecting = Đang kết nối…
web-lost = Mất kết nối, đang nối lại…
web-restored = Đã nối lại.
web-not-sent = Tin chưa gửi được nhưng vẫn còn trong ô nhập. Tôi đang gửi lại…
web-choice-not-sent = Lựa chọn chưa gửi được. Tôi đang gửi lại…

## Refusals

web-error-bad-message = Tôi chưa đọc được tin này. Đồng chí vui lòng nhập lại.
web-error-bad-seat = Không có vai này. Đồng chí vui lòng tải lại trang.
web-error-gone-choice = Lựa chọn này không còn nữa. Đồng chí vui lòng chọn trong tin mới nhất.
web-error-no-session = Phiên làm việc đã hết. Đồng chí vui lòng tải lại trang.
web-error-gone-file = Không có tệp này trong cuộc trò chuyện của đồng chí, hoặc tệp không còn nữa.
web-error-too-long = Tin dài quá. Đồng chí vui lòng chia thành nhiều tin ngắn hơn.
web-error-too-large = Tệp lớn quá: tôi nhận tệp không quá 5 MB.
web-error-not-json = Yêu cầu không đúng định dạng JSON.
web-error-not-ready = Máy chủ chưa sẵn sàng. Đồng chí vui lòng thử lại sau ít giây.

## The demonstration

web-demo-title = Trình diễn
web-demo-notice = Bản trình diễn – dữ liệu mẫu, đồng hồ mô phỏng
web-demo-clock = Đồng hồ mô phỏng
web-demo-next = Lần nhắc kế tiếp
web-demo-none-next = không còn
web-demo-hour = +1 giờ
web-demo-day = +1 ngày
web-demo-week = +1 tuần
web-demo-next-reminder = Đến lần nhắc kế tiếp
web-demo-moving = Đang chuyển đồng hồ…
web-demo-failed = Chưa chuyển được đồng hồ. Đồng chí vui lòng thử lại.
web-demo-seats = Đồng chí đang là
web-demo-staff = Cán bộ
web-demo-staff-about = Hỏi, đăng ký, nhận nhắc việc
web-demo-coordinator = Đầu mối đơn vị
web-demo-coordinator-about = Đăng ký cho đơn vị, xác nhận, nhắc người chưa đăng ký
web-demo-office = Thường trực thi đua
web-demo-office-about = Số liệu, chốt danh sách, nạp danh sách cán bộ, gửi tin
web-demo-owner = Quản trị viên
web-demo-owner-about = Như thường trực, thêm việc giao thường trực thi đua
web-unread = tin chưa đọc
