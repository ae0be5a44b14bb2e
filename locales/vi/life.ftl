## Đời sống của bản đăng ký, người gửi đọc

pledge-status-confirmed = **{ $code }** · { $phase } · đơn vị đã xác nhận, cập nhật ngày { $date }

pledge-status-returned = **{ $code }** · { $phase } · được trả lại để sửa, cập nhật ngày { $date }

pledge-status-included = **{ $code }** · { $phase } · đã vào danh sách của thường trực thi đua, ngày { $date }

life-by-unit = đầu mối đơn vị

life-by-office = thường trực thi đua

life-by-name = { $name } ({ $role })

life-confirmed-by = ✅ Đã được { $by } xác nhận lúc { $at }.

life-returned-by = ↩ Được { $by } trả lại lúc { $at }. Lý do: “{ $reason }”

life-change-and-send = ✏️ Sửa và gửi lại

life-change-unconfirms = Lưu ý: bản này đã được đơn vị xác nhận. Gửi bản sửa thì bản đăng ký về lại trạng thái chờ xác nhận.

life-waits = Bản đăng ký đã gửi, chờ đơn vị xác nhận.

life-waits-again = Bản đăng ký đang chờ đơn vị xác nhận.

life-locked = 🔒 Bản này đã vào danh sách của thường trực thi đua nên không sửa, rút ở đây được nữa. Cần thay đổi, đồng chí đề nghị thường trực thi đua mở lại.

life-changed-meanwhile = Trong lúc đồng chí sửa, bản đã gửi **{ $code }** vừa có thay đổi, nay là: { $state }. Phần đồng chí đang sửa vẫn còn nguyên dưới đây; chưa gửi gì cả.

life-result-achieved = 🏅 { $award }: đạt

life-result-not = { $award }: chưa đạt trong đợt này

life-result-higher = 🏅 { $award }: được đề nghị mức cao hơn, { $higher }
