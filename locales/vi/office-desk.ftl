## Bàn việc của thường trực thi đua

menu-unit-counts = 📊 Số liệu đăng ký
menu-counts-export = ⬇️ Tải bảng Excel
menu-list-close = 🔒 Chốt danh sách
menu-list-close-yes = 🔒 Chốt danh sách
menu-pledge-reopen = 🔓 Mở lại

help-figures = • Số liệu, chốt danh sách, kết quả: gõ “số liệu đăng ký”

answer-action-unit-counts = Tôi mở số liệu đăng ký.

counts-not-yours = Số liệu đăng ký của cả cơ quan dành cho thường trực thi đua. Phần của chính đồng chí thì xem ở “Bản đăng ký của tôi”.

counts-heading =
    📊 **Số liệu { $phase }**: { $confirmed } đã xác nhận · { $submitted } chờ xác nhận · { $returned } trả lại · { $included } đã chốt.
    Trong đó { $unverified } bản của người chưa xác minh, tính riêng: không vào danh sách chốt.

counts-unit = • { $unit }: { $confirmed } xác nhận, { $submitted } chờ, { $returned } trả lại, { $included } chốt; trong đó chưa xác minh { $unverified }; { $missing }

counts-missing = chưa đăng ký { $number }

counts-no-roster = chưa có danh sách cán bộ

counts-more = … và { $more } đơn vị nữa, xem trong bảng Excel.

counts-by-award = Theo danh hiệu, khen thưởng:

counts-award = • { $award }: { $all } bản, { $confirmed } có xác nhận; trong đó chưa xác minh { $unverified }

counts-pledges = 🗂 Danh sách đăng ký

counts-coming = Tôi đang lập bảng, sẽ gửi ngay sau đây.

counts-file-ready = 📊 Bảng số liệu đăng ký đến { $at }. Bảng chỉ có số, không có tên người.

counts-agreed = Không tính bản đăng ký của người không đồng ý thống kê, nên số có thể ít hơn số trên màn hình.

counts-no-files = Kênh này không nhận được tệp. Đồng chí mở bảng số liệu trên kênh khác giúp.

counts-file = so-lieu-dang-ky

counts-sheet = Số liệu

counts-column-phase = Đợt

counts-column-unit = Đơn vị

counts-column-award = Danh hiệu, khen thưởng

counts-column-submitted = Chờ xác nhận

counts-column-confirmed = Đã xác nhận

counts-column-returned = Trả lại

counts-column-included = Đã chốt

counts-column-unverified = Trong đó người gửi chưa xác minh

counts-all-awards = (tất cả bản đăng ký)

## Danh sách

list-close = 🔒 Chốt danh sách { $phase }

list-ask = Đưa **{ $count } bản** đã xác nhận của { $phase } vào danh sách và khóa lại? Sau đó người gửi không sửa, rút được nữa; cần thì mở lại từng bản.

list-apart = { $unverified } bản của người chưa xác minh tính riêng, không vào danh sách.

list-close-yes = 🔒 Đúng, chốt { $count } bản

list-nothing = { $phase } không có bản nào đã xác nhận, của người đã xác minh, để đưa vào danh sách.

list-changed = Số bản đã xác nhận vừa thay đổi, nên tôi chưa chốt.

list-done = 🔒 Đã chốt { $count } bản của { $phase }.

desk-pledge-reopen = 🔓 Mở lại { $number }

desk-reopened = 🔓 Đã mở lại bản **{ $code }** của { $name }; bản này trở về trạng thái đã xác nhận.

## Kết quả và hồ sơ

menu-result-open = 🏅 Kết quả
menu-result-set = 🏅 Ghi kết quả
menu-result-higher = ⬆️ Mức cao hơn
menu-dossier-open = 📁 Hồ sơ
menu-dossier-tick = ☑ Đã có

desk-result-open = 🏅 Kết quả { $number }

result-heading = 🏅 **Kết quả bản { $code }** của { $name }

result-line = { $number }. { $words }

result-none = { $award }: chưa ghi kết quả

result-note = __Hội đồng Thi đua - Khen thưởng xét; ở đây chỉ ghi lại kết quả.__

result-achieved = { $number } · Đạt

result-not = { $number } · Chưa đạt

result-higher = { $number } · Mức cao hơn

result-higher-ask = Thay cho { $award }, đề nghị mức nào?

result-back = ↩ Về kết quả

result-dossier = 📁 Hồ sơ { $number }

dossier-heading = 📁 **Hồ sơ { $award }**, bản { $code } của { $name }

dossier-open = ☐ { $number }. { $name }

dossier-done = ☑ { $number }. { $name } · có từ { $date }

dossier-tick = ☑ Đã có { $number }

dossier-untick = ☐ Chưa có { $number }
