form-step = __Bước { $step }/{ $steps }__

form-changing = __Đang sửa__

form-draft = Đồng chí vừa gõ: “{ $draft }”

form-review-line = • { $label }: **{ $value }**

form-two-lines =
    { $above }
    { $line }

form-ticked = ☑ { $option }

form-unticked = ☐ { $option }

form-ticks-done = ✔ Xong, tiếp tục

form-skip = Bỏ qua

form-clear = Để trống

form-page-before = ◀ Trang trước

form-page-after = Trang sau ▶

form-back = ↩ Quay lại

form-edit = ✏️ Sửa một mục

form-stop = Dừng

form-which-field = Đồng chí muốn sửa mục nào?

form-stop-ask = Đồng chí muốn dừng ở đây? Những gì đã điền vẫn còn nguyên nếu đồng chí để lại làm sau.

form-stay = Không, làm tiếp

form-keep = Để lại, làm sau

form-drop = Bỏ, không giữ

form-kept = Đã giữ lại bản đang làm. Khi nào tiện, đồng chí bấm hoặc gõ “tiếp tục” là làm tiếp từ chỗ này.

form-dropped = Đã bỏ bản đang làm. Không có gì được gửi đi.

form-welcome-back = Mời đồng chí làm tiếp từ chỗ đang dở.

form-still-open = Đang làm dở: { $place }.

form-place = bước { $step }/{ $steps }, { $what }

form-at-review = xem lại trước khi gửi

form-at-edit = chọn mục để sửa

form-present = Hiện ghi: **{ $value }**

form-same = Giữ nguyên

form-right-or-stop = Đồng chí gõ “dung”: là “đúng” hay “dừng”?

form-unfinished = Đồng chí có một bản đang làm dở. Mở việc mới thì bản dở sẽ bị bỏ.

form-nothing-open = Hiện không có bản nào đang làm dở.

form-outdated = Biểu mẫu đã thay đổi sau khi đồng chí bắt đầu nên không làm tiếp bản cũ được, mong đồng chí thông cảm. Những gì đồng chí đã điền: { $typed }

form-at-start = Đây là bước đầu tiên rồi.

form-stale = Nút này thuộc một bước trước nên tôi không dùng.

form-not-text = Ở bước này tôi cần chữ hoặc một lựa chọn; ảnh, nhãn dán hay tệp tôi chưa đọc được.

form-choice-unclear = Danh sách “{ $label }” không có mục nào khớp. Đồng chí chọn trong danh sách, hoặc gõ một phần của tên.

form-many-unclear = Tôi chưa hiểu hết phần “{ $label }”. Đồng chí đánh dấu trong danh sách, hoặc gõ số thứ tự, ví dụ “1,3”; xong thì gõ “xong”.

form-several = Có mấy mục giống như vậy. Đồng chí chọn giúp một mục:

form-review-unclear = Tôi chưa hiểu. Đồng chí gõ “gửi” để tiếp tục, tên mục cần sửa (ví dụ “đơn vị”), hoặc dùng các nút dưới đây.

form-edit-unclear = Tôi chưa rõ mục nào. Đồng chí chọn một mục dưới đây.

form-sure = “{ $value }” có đúng là { $label } không?

form-sure-yes = Đúng, dùng như vậy

form-sure-no = Không, gõ lại

form-not-sent = Chưa gửi gì cả. Muốn gửi, đồng chí bấm nút gửi hoặc gõ “gửi”.

form-nudge = Đồng chí có một bản đang làm dở từ ngày { $date }, chưa gửi. Tôi giữ bản này đến ngày { $until } và không nhắc thêm.

form-expired = Bản đồng chí làm dở đã để quá { $days } ngày nên tôi không giữ nữa. Không có gì được gửi đi; khi cần, đồng chí làm bản mới.
