## Dữ liệu của tôi

menu-my-data = Dữ liệu của tôi
menu-data-export = 📤 Xuất dữ liệu
menu-data-correct = ✏️ Sửa thông tin
menu-data-correct-anyway = Bỏ bản đang làm, sửa thông tin
menu-consents = ✋ Rút hoặc cho đồng ý
menu-consent-withdraw = Rút đồng ý: { $purpose }
menu-consent-withdraw-yes = Rút đồng ý này
menu-consent-give = Đồng ý: { $purpose }
menu-delete-data = 🗑 Xoá dữ liệu của tôi
menu-delete-data-yes = Xoá tất cả, không lấy lại được

data-open = Đồng chí bấm nút dưới đây để mở phần dữ liệu của mình.

data-who = **Đồng chí ở đây là ai**
data-name = • Họ tên: { $name }
data-unit = • Đơn vị: { $unit }
data-position = • Chức vụ: { $position }
data-phone = • Điện thoại: { $phone }
data-standing = • Xác nhận: { $standing }
data-verified = đã xác nhận { $by }, { $at }
data-verified-code = bằng mã ghép
data-verified-contact = bằng số điện thoại
data-verified-coordinator = bởi đầu mối đơn vị
data-verified-office = bởi cơ quan
data-roster = • Danh sách cán bộ của cơ quan: có tên, nhập lúc { $at }
data-no-roster = • Danh sách cán bộ của cơ quan: không có tên
data-role = • Vai trò: { $role }
data-coordinator = đầu mối của { $units }
data-account = • Tài khoản: { $channel }
data-none = chưa có

data-consents = **Đồng ý xử lý dữ liệu** (giờ Việt Nam, +07:00)
data-consent-none = • { $purpose }: chưa trả lời
data-consent-given = • { $purpose }: đã đồng ý lúc { $at }, { $way }, kênh { $channel }, bản { $version }
data-consent-not = • { $purpose }: không đồng ý, ghi lúc { $at }, { $way }, kênh { $channel }, bản { $version }
data-way-form = đánh dấu trên phiếu đồng ý
data-way-button = chọn ở mục Dữ liệu của tôi
data-way-erase = do xoá dữ liệu
data-history = **Mọi lần đồng chí đã trả lời về đồng ý**

data-pledges = **Bản đăng ký đồng chí đã gửi**
data-no-pledges = • chưa có
data-pledge = • { $code } · { $phase } · { $state }: { $awards }
data-others = **Người khác nhập cho đồng chí**
data-other = • { $code } · { $phase } · { $state }

data-rest = **Ngoài ra**
data-reminders = • Nhắc hạn: { $state }
data-on = đang bật
data-off = đang tắt
data-form-open = • Bản đang điền dở: có
data-form-none = • Bản đang điền dở: không
data-notices = • Việc chờ báo cho đồng chí: { $count }
data-messages = • Tin nhắn giữa đồng chí và tôi

data-kept = **Giữ bao lâu**
    • Bản điền dở { $drafts } ngày; tin đồng chí gửi { $updates } ngày; tin tôi gửi { $messages } ngày; trên trang web { $webMessages } ngày
    • Tệp xuất dữ liệu { $exports } ngày; tệp khác { $files } ngày
    • Bản đăng ký và lời đồng ý: trong suốt phong trào; bản đã vào danh sách do cơ quan quyết định

data-why =
    Đầu mối đơn vị và thường trực thi đua xem được bản đăng ký để xác nhận, tổng hợp; ngoài ra không ai xem được qua trợ lý này. Khi gửi tin, thường trực thi đua thấy họ tên, đơn vị của người nhận; khi tin của đồng chí gặp sự cố, họ thấy họ tên, không thấy nội dung.

    __Bên kiểm soát dữ liệu: { $controller }. Quyền của đồng chí: Điều 4 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (tra ngày 24/11/2026; cần đối chiếu bản chính thức).__

## Xuất

data-file-page = Tệp để đọc. Tôi giữ hai tệp này { $days } ngày rồi xoá.
data-file-json = Tệp đầy đủ dạng JSON, để máy đọc.
data-no-files = Kênh này không nhận được tệp, nên tôi gửi toàn bộ bằng chữ.
data-page-title = DỮ LIỆU TÔI GIỮ VỀ ĐỒNG CHÍ, lúc { $at }
data-page-json = Tin nhắn và lịch sử từng bản đăng ký có trong tệp JSON đi kèm.

## Sửa

data-correct-review = **Thông tin của đồng chí**
data-correct-declared = Đồng chí tự khai, nên sửa là có hiệu lực ngay.
data-correct-anew = Đồng chí đã được xác nhận. Nếu đổi họ tên hoặc đơn vị, đầu mối sẽ xác nhận lại; trong khi chờ, bản đăng ký vẫn được giữ.
data-correct-office = Thông tin này theo danh sách hoặc phân công của cơ quan nên tôi không tự đổi: tôi chuyển đề nghị tới thường trực thi đua.
data-correct-pledges = __Bản đăng ký đã gửi không đổi theo; đồng chí sửa ở “Bản đăng ký của tôi”.__
data-name-ask = Họ và tên đầy đủ của đồng chí là gì?
data-correct-send = ✔ Lưu
data-correct-ask = ✔ Gửi đề nghị sửa
data-corrected = ✅ Đã sửa thông tin của đồng chí.
data-corrected-anew = Họ tên hoặc đơn vị đã đổi, nên đầu mối đơn vị sẽ xác nhận lại.
data-correct-same = Đồng chí chưa đổi mục nào, nên tôi không gửi gì.
data-correct-asked = ✅ Đã chuyển đề nghị tới thường trực thi đua; cơ quan phản hồi trong 02 ngày làm việc (Nghị định 356/2025/NĐ-CP). Tôi chưa đổi gì:
data-correct-line = • { $label }: { $was } → { $is }
data-office-correct = ✏️ **{ $name }**, { $unit }, đề nghị sửa thông tin trong danh sách. Đồng chí kiểm tra rồi nhập lại danh sách, và phản hồi trong 02 ngày làm việc:
data-phone-label = Điện thoại
data-phone-ask = Số điện thoại đúng của đồng chí là gì?
data-phone-wrong = Tôi chưa đọc được số này. Đồng chí gõ đủ 10 chữ số, ví dụ 0912345678.

## Đồng ý

data-consents-how = Rút đồng ý có hiệu lực ngay, không ảnh hưởng việc đã làm trước đó. Mỗi lần đồng ý hay rút đều được ghi lại thành một dòng riêng, không xoá dòng cũ.
data-withdraw-ask = Đây là đồng ý cần có để giữ bản đăng ký. Nếu rút:
data-fate-withdrawn = • Bản { $codes } được rút ngay, không còn trong số liệu của đơn vị.
data-fate-kept = • Bản { $codes } đã vào danh sách trình ký nên không rút được.
data-archive = __Danh sách trình ký là hồ sơ của cơ quan, giữ theo Luật Lưu trữ 33/2024/QH15; giữ bao lâu do cơ quan quyết định. Tôi chỉ giữ phần cần cho danh sách và không dùng vào việc khác. (Tra ngày 24/11/2026; cần đối chiếu bản chính thức.)__
data-withdrawn-register = ✅ Đã rút đồng ý tổng hợp đăng ký. Muốn đăng ký lại, đồng chí sẽ được hỏi đồng ý lại.
data-withdrawn-remind = ✅ Đã rút đồng ý nhắc hạn và tắt nhắc. Tôi sẽ không nhắc đồng chí nữa.
data-withdrawn-count = ✅ Đã rút đồng ý thống kê. Từ nay bảng số liệu xuất ra không tính bản đăng ký của đồng chí.
data-given = ✅ Đã ghi lời đồng ý: { $purpose }. Nội dung đồng chí vừa đồng ý:

## Xoá

data-erase-goes = **Sẽ xoá ngay, không lấy lại được**
    • Họ tên, đơn vị, chức vụ, điện thoại và mọi tài khoản đã nối
    • Tin nhắn giữa đồng chí và tôi, bản điền dở, việc chờ báo, mã ghép, tệp đã xuất
    • Chỗ nhắc tên đồng chí trong tin tôi đã gửi cho đầu mối và thường trực thi đua
data-erase-pledges = • Bản đăng ký { $codes }: rút và xoá nội dung
data-erase-locked = **Không tự xoá được:** bản { $codes } đã vào danh sách trình ký. Tôi xoá mục tiêu, ghi chú và lịch sử, chỉ giữ phần danh sách cần.
data-erase-stays = **Còn lại**
data-stays-consents = • Lời đồng ý đã ghi (mục đích, lúc nào, bản nào), không kèm tên, để chứng minh
data-stays-ledger = • Số lần gửi tin, không kèm tên, địa chỉ và nội dung
data-stays-office-files = • Bảng kê gửi tin mà thường trực thi đua đã lập là hồ sơ của cơ quan; tệp khác tự hết hạn sau { $days } ngày
data-stays-entered = • Bản đồng chí gửi thay đồng nghiệp hoặc tập thể là của họ, vẫn còn; tôi bỏ tên đồng chí ở đó
data-stays-roster = • Dòng tên đồng chí trong danh sách cán bộ là của cơ quan, không phải của tôi: tôi bỏ số điện thoại, báo thường trực thi đua về yêu cầu này, cơ quan trả lời đồng chí
data-erase-role = Đồng chí đang giữ vai trò ở đây. Xoá là thôi vai trò đó; tôi sẽ báo thường trực thi đua.
data-erase-news = Đồng chí còn tin chưa gửi xong. Đồng chí kết thúc hoặc huỷ tin đó trước, rồi hãy xoá dữ liệu.
data-erase-sure = Sau đó đồng chí nhắn lại thì tôi coi như chưa quen biết. Đồng chí có chắc không?
data-erased = ✅ Đã xoá dữ liệu của đồng chí. Số yêu cầu: { $request }. Tin này là tin cuối; địa chỉ của đồng chí cũng được bỏ khi gửi xong. Đồng chí muốn dùng lại thì cứ nhắn.
data-erased-but = ✅ Đã xoá dữ liệu của đồng chí; bản đăng ký trong danh sách trình ký được giữ riêng cho danh sách đó. Số yêu cầu: { $request }. Tin này là tin cuối; địa chỉ của đồng chí cũng được bỏ khi gửi xong. Đồng chí muốn dùng lại thì cứ nhắn.
data-other-erased = Bản đăng ký { $code } mà đồng chí nhập hộ đã được xoá theo yêu cầu của người được đăng ký.
data-office-roster = 🗑 **{ $name }**, { $unit }, đã yêu cầu xoá dữ liệu. Tôi đã xoá phần của trợ lý; dòng trong danh sách cán bộ là hồ sơ của cơ quan. Đồng chí quyết định giữ hay bỏ dòng đó khi nhập danh sách lần tới, và trả lời người yêu cầu trong 02 ngày làm việc.
data-office-role = 🗑 Một đồng chí là { $role } đã xoá dữ liệu của mình, nên vai trò đó nay không còn người giữ. Đồng chí phân công lại giúp.
