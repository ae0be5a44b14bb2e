## Đăng ký bằng một tin nhắn

quick-this = mục này

quick-doubt-several = __“{ $said }” có thể là mấy đơn vị; những đơn vị đó đứng đầu danh sách.__

quick-doubt-unknown = __Danh sách không có “{ $said }”.__

quick-doubt-not-valid = __“{ $said }” không còn hoạt động; đơn vị kế thừa, nếu có, đứng đầu danh sách.__

quick-doubt-level = __Tin nhắn chưa rõ mục nào, cấp nào; những mục có thể là đúng đứng đầu danh sách.__

quick-doubt-contradiction = __Tin nhắn vừa nói đến cá nhân vừa nói đến tập thể.__

quick-unfinished = Đồng chí có một bản đang làm dở nên tôi chưa ghi tin vừa rồi. Đồng chí làm tiếp bản đó, hoặc bỏ đi rồi gửi lại tin.

quick-first-of = Tin này có { $count } bản đăng ký. Tôi mở bản đầu tiên; các bản sau, đồng chí gửi mỗi tin một bản.

quick-foreign = Tôi không ghi bản này: { $unit } không thuộc đơn vị đồng chí phụ trách. Đầu mối của đơn vị đó hoặc chính người đăng ký gửi giúp.

quick-change-old = ✏️ Sửa bản đã gửi { $code }

quick-too-long = Tin dài hơn { $longest } ký tự nên tôi chưa ghi dòng nào. Đồng chí chia thành nhiều tin.

quick-too-many = Tin có nhiều hơn { $most } bản đăng ký nên tôi chưa ghi dòng nào. Đồng chí chia thành nhiều tin.

## Nhiều dòng

quick-list-review = **Tôi hiểu tin này là { $count } bản đăng ký**, đồng chí xem giúp có đúng không

quick-list-counts = Đủ: { $ready } · Thiếu: { $missing } · Trùng: { $twin } · Ngoài đơn vị phụ trách: { $foreign }. Chỉ các dòng đủ được ghi, cùng một lần.

quick-list-unclear = chưa rõ

quick-row-ready = { $number }. ✔ { $who } · { $unit } · { $awards }

quick-row-missing = { $number }. ❓ { $who } · { $unit } · { $awards } (thiếu: { $fields })

quick-row-twin = { $number }. ⚠ { $who } · { $unit } · { $awards } (trùng dòng { $of })

quick-row-twin-sent = { $number }. ⚠ { $who } · { $unit } · { $awards } (đã có bản { $of } trong đợt này)

quick-row-foreign = { $number }. ✖ { $who } · { $unit } · { $awards } (ngoài đơn vị đồng chí phụ trách)

quick-row-note = Dòng { $numbers }: { $note }

quick-row-and = { $before }, { $one }

quick-row-heading = **Dòng { $number }**: { $who }

quick-row-field = Dòng { $number }, { $label }

quick-list-send = ✔ Ghi nhận { $count } dòng đủ

quick-list-more = ➕ Bổ sung các dòng thiếu

quick-list-none = Chưa có dòng nào ghi được. Đồng chí xem lý do ở từng dòng, bổ sung dòng thiếu nếu có, hoặc dừng.

quick-list-sent = ✅ Đã ghi nhận { $count } bản đăng ký, { $phase }. Mã biên nhận:

quick-list-recorded = • { $name }: **{ $code }**

quick-list-left = { $count } dòng còn lại không được ghi. Đồng chí gửi lại các dòng đó khi đã đủ.
