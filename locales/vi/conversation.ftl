## Chào và việc có thể làm

welcome = Kính chào đồng chí! Tôi là trợ lý tự động của **{ $campaign }**.

welcome-try = Đồng chí cứ hỏi như hỏi một đồng nghiệp, ví dụ “khi nào hết hạn { $phase }?”, hoặc chọn một việc dưới đây.

help =
    Tôi giúp đồng chí được những việc sau:
    • Trả lời về phong trào: thời gian, chủ đề, nội dung, danh hiệu, khen thưởng. Đồng chí gõ câu hỏi, có dấu hay không dấu đều được.
    • Đăng ký thi đua, xem, sửa, rút bản đăng ký: /dangky, /cuatoi; hoặc nhắn luôn một câu, ví dụ “em là Nguyễn Thị Lan, văn phòng, đăng ký LĐTT”
    • Các mốc thời gian: /moc
    • Nhắc trước ngày đóng đợt; bật, tắt nhắc: /nhac
    • Dữ liệu tôi giữ về đồng chí: /dulieu
    • Đổi ngôn ngữ: /ngonngu

menu-register = 📝 Đăng ký thi đua
menu-register-new = Làm bản mới từ đầu
menu-register-another = ➕ Làm thêm một bản
menu-discard = 🗑 Bỏ bản đang làm
menu-resume = ▶️ Tiếp tục bản đang làm
menu-my-pledge = 📄 Bản đăng ký của tôi
menu-change-pledge = ✏️ Sửa
menu-change-anyway = Bỏ bản đang làm, sửa bản đã gửi
menu-withdraw-pledge = Rút đăng ký
menu-withdraw-yes = Rút bản đăng ký này
menu-dates = 📅 Các mốc thời gian
menu-ask = ❓ Hỏi về phong trào
menu-reminders = 🔔 Nhắc hạn
menu-reminders-on = 🔔 Bật nhắc
menu-reminders-off = 🔕 Tắt nhắc
menu-news = 📣 Gửi tin phong trào
menu-news-anyway = Bỏ bản đang làm, soạn tin

## Đang ở đâu

stand-before = Phong trào chưa bắt đầu: { $phase } bắt đầu ngày **{ $date }**, còn { $days } ngày.

stand-phase =
    { $days ->
        [0] Hôm nay, **{ $date }**, là ngày cuối của { $phase }.
       *[other] Hiện đang ở **{ $phase }**, đến hết ngày **{ $date }**, còn { $days } ngày.
    }

stand-between = { $previous } đã đóng; { $phase } bắt đầu ngày **{ $date }**, còn { $days } ngày.

stand-after = Phong trào **đã kết thúc** ngày { $date }, cách đây { $days } ngày.

dates-phase = **{ $phase }**: từ { $start } đến hết { $close }. Khi đóng đợt: { $closing }.

## Hỏi

ask-how = Đồng chí cứ gõ câu hỏi, ngắn hay dài, có dấu hay không dấu. Vài câu hay được hỏi:

answer-sources = __Nguồn: { $sources }__

command-unknown = Tôi không có lệnh /{ $command }. Đồng chí chọn một việc dưới đây, hoặc gõ câu hỏi.

choice-stale = Nút này thuộc một bước trước nên không còn dùng được nữa. Đồng chí chọn lại ở dưới.

text-empty = Tôi chưa nhận được chữ nào. Đồng chí gõ câu hỏi hoặc chọn một việc dưới đây.

text-no-words = Tôi chỉ đọc được chữ viết. Đồng chí gõ câu hỏi bằng chữ hoặc chọn một việc dưới đây.

turn-failed = Tôi gặp trục trặc khi xử lý tin vừa rồi của đồng chí. Tin đã được giữ lại để kiểm tra; những gì đã điền trước đó vẫn còn. Đồng chí thử lại giúp tôi.

not-readable = Tôi chưa đọc được ảnh, nhãn dán hay tệp, chỉ đọc được chữ. Đồng chí gõ giúp nội dung bằng chữ.

## Nhắc hạn

reminders-now-off = Đã tắt nhắc. Tôi sẽ không nhắc hạn cho đồng chí nữa; khi cần, đồng chí bật lại bất cứ lúc nào.

reminders-now-on = Đã bật nhắc. Tôi chỉ nhắc khi đồng chí còn việc phải làm trước ngày đóng đợt.

reminders-are-off = Đồng chí đang **tắt nhắc**.

reminders-coming = Nếu đến lúc đó đồng chí chưa có bản đăng ký, tôi sẽ nhắc vào: { $dates }.

reminders-none = Hiện không còn lần nhắc nào dành cho đồng chí.

## Ngôn ngữ

language-which = Đồng chí muốn dùng ngôn ngữ nào?

language-vi = Tiếng Việt

language-en = English

language-set = Từ nay tôi trả lời bằng tiếng Việt.

## Báo cơ quan

office-expired = ⏳ **Có { $count } tin chờ quá lâu nên không gửi nữa:** { $replies } câu trả lời, { $reminders } lời nhắc, { $news } tin gửi chung. Hệ thống đã ngừng gửi lâu hơn thời hạn của các tin này.
