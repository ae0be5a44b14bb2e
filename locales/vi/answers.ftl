## Thời gian

answer-campaign = Phong trào
answer-weekday-name = { $number ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
  }

answer-close-ahead = { $name } kết thúc ngày **{ $date }** ({ $weekday }), còn **{ $days } ngày**.
answer-close-weeks = { $name } kết thúc ngày **{ $date }** ({ $weekday }), còn **{ $weeks } tuần{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } ngày
  }** ({ $days } ngày).
answer-close-tomorrow = { $name } kết thúc vào **ngày mai, { $date }** ({ $weekday }): còn 1 ngày.
answer-close-today = **Hôm nay, { $date } ({ $weekday }), là ngày cuối**: { $name } kết thúc khi hết ngày hôm nay.
answer-close-past = { $name } đã kết thúc ngày **{ $date }** ({ $weekday }), đến nay được **{ $days } ngày**.

answer-event-ahead = { $name }: ngày **{ $date }** ({ $weekday }), còn **{ $days } ngày**.
answer-event-weeks = { $name }: ngày **{ $date }** ({ $weekday }), còn **{ $weeks } tuần{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } ngày
  }** ({ $days } ngày).
answer-event-tomorrow = { $name }: **ngày mai, { $date }** ({ $weekday }), còn 1 ngày.
answer-event-today = { $name }: **hôm nay, { $date }** ({ $weekday }).
answer-event-past = { $name }: ngày **{ $date }** ({ $weekday }), đã qua { $days } ngày.

answer-start = { $name } bắt đầu từ ngày **{ $start }** ({ $weekday }).
answer-start-ahead = { $name } chưa bắt đầu: bắt đầu từ ngày **{ $start }** ({ $weekday }), còn **{ $days } ngày** nữa.
answer-start-today = { $name } bắt đầu **hôm nay, { $start }** ({ $weekday }).
answer-start-past = { $name } đã bắt đầu từ ngày **{ $start }** ({ $weekday }); hôm nay là ngày thứ { $days }.
answer-start-over = { $name } bắt đầu từ ngày { $start } và đã kết thúc ngày **{ $close }**.
answer-start-differs = { $name } lại ghi từ ngày { $start }: hai chỗ trong văn bản khác nhau.

answer-dates = { $name }: từ ngày **{ $start }** đến hết ngày **{ $close }**.
answer-length = { $name } kéo dài **{ $days } ngày**, từ { $start } đến hết { $close } (tính cả hai ngày đầu, cuối).
answer-weekday = Ngày { $date } là **{ $weekday }**.
answer-no-such-day = Lịch không có ngày này, đồng chí xem lại giúp tôi.
answer-day = { $weekday }, **{ $date }**

answer-now-before = Hôm nay { $date }, phong trào chưa bắt đầu. { $phase } bắt đầu ngày **{ $start }**, còn { $days } ngày nữa.
answer-now-phase = Hôm nay { $date }, phong trào đang ở **{ $phase }** (từ { $start } đến hết { $close }), còn **{ $days } ngày**.
answer-now-last-day = Hôm nay { $date } là **ngày cuối của { $phase }**: vẫn đang trong { $phase } cho đến hết ngày.
answer-now-between = Hôm nay { $date }, { $previous } đã xong từ { $close }; { $phase } bắt đầu ngày **{ $start }**, còn { $days } ngày nữa.
answer-now-after = Hôm nay { $date }, phong trào **đã kết thúc** (ngày { $close }), đến nay được { $days } ngày.

answer-phases = Phong trào chia thành { $count } đợt:
answer-no-such-phase = Phong trào không có đợt { $number }, chỉ có { $count } đợt:
answer-phase-line = **{ $name }**: từ { $start } đến hết { $close }; cuối đợt { $work }.
answer-at-close = { $name } kết thúc ngày { $close }; khi đó { $work }.
answer-at-close-past = { $name } đã kết thúc ngày { $close }; việc khi kết thúc: { $work }.
answer-no-milestone = Không còn mốc nào phía trước trong kế hoạch của phong trào.

## Không trả lời được

answer-unknown = Tài liệu của phong trào mà tôi có không nêu điều này, nên tôi không dám đoán. Đồng chí hỏi thường trực thi đua của cơ quan giúp tôi.
answer-unclear = Tôi chưa hiểu ý đồng chí. Tôi trả lời câu hỏi về phong trào, nhận đăng ký và nhắc hạn; đồng chí viết ngắn, ví dụ: “khi nào hết đợt 2”, “chủ đề là gì”, “đăng ký thi đua”.
answer-clarify = Đồng chí muốn hỏi về nội dung nào sau đây?
answer-off-topic = Việc này nằm ngoài phong trào thi đua nên tôi không trả lời được. Đồng chí cứ hỏi tôi về thời gian, nội dung, danh hiệu hoặc cách đăng ký của phong trào.
answer-off-topic-privacy = Tôi không cung cấp thông tin, bản đăng ký của người khác. Đồng chí xem được dữ liệu của chính mình bằng câu “dữ liệu của tôi”.
answer-off-topic-denunciation = Tôi không nhận đơn hay nội dung khiếu nại, tố cáo. Đồng chí gửi tới bộ phận tiếp công dân hoặc cơ quan có thẩm quyền theo quy định để được bảo vệ và giải quyết.
answer-off-topic-case = Tôi không có thông tin về vụ việc, cuộc thanh tra, kiểm tra nào. Đồng chí liên hệ cơ quan có thẩm quyền qua kênh chính thức.
answer-off-topic-other-agency = Tôi chỉ biết về phong trào của cơ quan mình, không có thông tin về phong trào của cơ quan khác.
answer-off-topic-instructions = Tôi là trợ lý tự động của phong trào thi đua và chỉ làm việc đó. Đồng chí cần hỏi gì về phong trào, tôi xin trả lời.

## Chào hỏi

answer-greeting = Chào đồng chí! Tôi là trợ lý tự động của phong trào thi đua. Đồng chí hỏi tôi bằng lời bình thường, hoặc viết “đăng ký thi đua” để bắt đầu.
answer-thanks = Không có gì, chúc đồng chí công tác tốt!
answer-bye = Tạm biệt đồng chí, hẹn gặp lại!
answer-who = Tôi là trợ lý tự động (không phải người) của phong trào thi đua: trả lời câu hỏi, nhận đăng ký và nhắc hạn.
answer-fine = Vâng. Đồng chí cần gì thêm cứ nhắn tôi.
answer-sorry = Không sao, đồng chí. Cần gì về phong trào, đồng chí cứ nhắn tôi.
answer-abuse = Tôi xin phép không đáp lời này; đồng chí cần hỏi gì về phong trào, tôi vẫn sẵn sàng.

## Hỏi về cách đăng ký ở đây

answer-how-change = Sửa được. Đồng chí viết “sửa đăng ký”, hoặc bấm “Sửa” ở bản đăng ký của mình; bản đã gửi chỉ đổi khi đồng chí gửi bản sửa.
answer-how-withdraw = Rút được. Đồng chí viết “rút đăng ký”, tôi hỏi lại rồi mới rút. Bản đã rút vẫn nằm trong lịch sử của đồng chí và đồng chí có thể đăng ký lại.
answer-how-several = Được, ở đây đồng chí đánh dấu được nhiều danh hiệu, nhiều hình thức khen thưởng trong một bản đăng ký. Xét thế nào do Hội đồng Thi đua - Khen thưởng.
answer-how-in-time = Đồng chí vẫn gửi được bản đăng ký ở đây. Gửi sau ngày đóng đợt thì bản đăng ký ghi rõ là gửi sau ngày đóng đợt, thường trực thi đua sẽ cho ý kiến.
answer-how-seen-by = Trong bot chỉ đồng chí xem được bản đăng ký của mình: tôi không đưa cho đồng nghiệp và không nói trong nhóm. Bản đăng ký được lưu để cơ quan tổng hợp thi đua.
answer-how-counted = Tôi chưa đếm được ở đây có bao nhiêu người, đơn vị đã đăng ký. Đồng chí hỏi thường trực thi đua của cơ quan giúp tôi.
answer-how-for-others = Được. Đăng ký cho phòng, đơn vị thì bước đầu đồng chí chọn “Tập thể”; đăng ký giúp đồng nghiệp thì chọn “Cá nhân” và gõ họ tên người đó. Viết “đăng ký thi đua” để bắt đầu.
answer-how-human = Tôi là trợ lý tự động, không nối được với người trực. Đồng chí gặp thường trực thi đua của cơ quan.

## Việc mà người hỏi muốn làm

answer-action-register = Tôi mở phần đăng ký thi đua cho đồng chí.
answer-action-my-pledge = Tôi mở bản đăng ký của đồng chí.
answer-action-change-pledge = Tôi mở bản đăng ký để đồng chí sửa.
answer-action-withdraw-pledge = Tôi mở phần rút bản đăng ký; chỉ rút khi đồng chí xác nhận.
answer-action-ask = Đồng chí cứ hỏi tôi bằng lời bình thường, ví dụ: “chủ đề là gì”.
answer-action-language = Tôi mở phần chọn ngôn ngữ.
answer-action-reminders-off = Tôi tắt lời nhắc cho đồng chí.
answer-action-reminders-on = Tôi bật lời nhắc cho đồng chí.
answer-action-reminders = Tôi mở lịch nhắc của đồng chí.
answer-action-my-data = Tôi mở phần dữ liệu của đồng chí.
answer-action-delete-data = Tôi mở phần dữ liệu cá nhân của đồng chí.
answer-action-submit-story = Tôi chưa nhận được bài gương người tốt, việc tốt trong phiên bản này. Đồng chí gửi giúp cho thường trực thi đua của cơ quan.
answer-action-join-event = Tôi chưa ghi tên tham gia giao lưu được trong phiên bản này. Đồng chí báo giúp với thường trực thi đua của cơ quan.
answer-action-help = Tôi mở phần hướng dẫn.
answer-action-latest-news = Tin mới của phong trào được gửi thẳng vào cuộc trò chuyện này ngay khi cơ quan đưa tin; đồng chí không phải vào xem ở đâu khác.
answer-action-news = Tôi mở phần gửi tin của cơ quan.
