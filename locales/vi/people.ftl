## Ai là ai

menu-identify = 🪪 Xác nhận tôi là ai
menu-my-code = 🔗 Mã để nối kênh khác
menu-people = 👥 Người chờ xác nhận
menu-person = Mở
menu-person-code = 🔑 Cấp mã ghép
menu-person-yes = ✅ Đúng người của đơn vị
menu-person-no = Không phải
menu-person-no-yes = Đúng, không phải người của đơn vị
menu-appoint = Giao làm đầu mối { $unit }
menu-appoint-where = Giao làm đầu mối đơn vị khác…
menu-dismiss = Thôi làm đầu mối { $unit }
menu-office-on = Giao làm thường trực thi đua
menu-office-off = Thôi làm thường trực thi đua
menu-share-contact = 📱 Chia sẻ số điện thoại của tôi

people-ways =
    Để bản đăng ký được tính là của đúng người, đồng chí chọn một trong các cách:
    • gõ mã ghép do đầu mối đơn vị hoặc thường trực thi đua cấp;
    • chia sẻ số điện thoại, nếu kênh này có nút bên dưới và danh sách cơ quan có số của đồng chí;
    • cứ đăng ký: đầu mối đơn vị xem và xác nhận đồng chí là người của đơn vị. Trong khi chờ, bản đăng ký vẫn được giữ.
people-declared = Đồng chí khai là **{ $name }**, { $unit }.
people-verified = Tôi đã biết chắc đồng chí là ai. Muốn dùng thêm kênh khác với cùng hồ sơ, đồng chí lấy mã bên dưới rồi gõ ở kênh đó.

code-own =
    Mã của đồng chí: **{ $code }**

    Gõ mã này ở kênh kia, nơi đồng chí chưa dùng hồ sơ của mình. Mã dùng một lần, hết hạn sau { $hours } giờ. Không đưa cho người khác: ai gõ mã sẽ thành đồng chí.
code-for =
    Mã ghép cho { $name }, { $unit }: **{ $code }**

    Đồng chí đưa tận tay hoặc nhắn riêng; người đó gõ mã vào chat riêng với tôi. Mã dùng một lần, hết hạn sau { $hours } giờ; mã cấp trước cho người này không còn dùng được.
code-joined = Đã ghép: đồng chí là { $name }, { $unit }. Mọi việc đã làm ở đây được giữ nguyên.
code-form-goes-on = Bản đang khai dở vẫn còn, đồng chí làm tiếp được.
code-told = Vừa có thêm một tài khoản { $channel } được ghép vào hồ sơ của đồng chí. Nếu không phải đồng chí, xin báo ngay thường trực thi đua.
code-wrong = Mã này không dùng được: sai, đã dùng hoặc hết hạn. Đồng chí xin đầu mối cấp mã khác giúp.
code-throttled = Đã thử mã quá nhiều lần. Đồng chí chờ một giờ rồi thử lại.
code-alarm = Trong một giờ qua có rất nhiều mã ghép sai được gõ. Tôi tạm ngừng nhận mã; có thể ai đó đang dò mã.
code-yourself = Mã này là của chính đồng chí: tài khoản ở đây đã là đồng chí rồi.
code-somebody = Tài khoản này đã là một người khác trong danh sách, nên không ghép được. Nếu nhầm, xin báo thường trực thi đua.
code-other-way = Ở đây tôi đã biết chắc đồng chí là ai. Đồng chí lấy mã ở đây rồi gõ ở kênh kia.
contact-other = Đây là số của người khác. Đồng chí chia sẻ số của chính mình bằng nút, hoặc gõ mã ghép.
contact-unknown = Số này chưa khớp với một người trong danh sách. Đồng chí gõ mã ghép, hoặc cứ đăng ký và nhờ đầu mối xác nhận.

people-nameless = (chưa có tên)
people-none = Tôi không thấy ai tên như vậy trong các đơn vị đồng chí phụ trách.
people-several = Có nhiều người tên như vậy. Đồng chí chọn:
people-waiting = Những người này tự khai thuộc đơn vị và chờ xác nhận:
people-nobody-waits = Hiện không có ai chờ xác nhận.
people-more = Danh sách còn dài; đồng chí gõ “tìm” kèm họ tên để thấy đúng người.
people-label = { $name } · { $unit }
people-not-yours = Việc này chỉ dành cho đầu mối của đơn vị đó hoặc thường trực thi đua.
people-owner-only = Chỉ quản trị viên giao và thôi giao thường trực thi đua.
people-card =
    { $name }
    • Đơn vị: { $unit }
    • Chức vụ: { $position }
    • Vai trò: { $role }
    • Đầu mối của: { $units }
    • Tài khoản: { $standing }
people-role-staff = cán bộ
people-role-coordinator = đầu mối đơn vị
people-role-office = thường trực thi đua
people-role-owner = quản trị viên
people-no-account = chưa dùng bot
people-standing-declared = tự khai, chờ xác nhận
people-standing-verified = đã xác nhận
people-standing-refused = không phải người của đơn vị
people-appoint-where = Giao { $name } làm đầu mối của đơn vị nào?
people-more-units = Đơn vị khác ▸
people-refuse-ask = { $name } không phải người của { $unit }? Người đó được báo, và bản đăng ký của họ không được tính. Nhầm thì sau này đồng chí vẫn xác nhận lại được: gõ “tìm” kèm họ tên.
people-now-verified = Đã xác nhận { $name } là người của { $unit }.
people-now-refused = Đã ghi: { $name } không phải người của { $unit }. Các bản đăng ký của tài khoản này được giữ, chưa tính.
people-you-are-verified = Đồng chí được { $by } xác nhận là { $name }, { $unit }.
people-you-are-refused = Đồng chí chưa được { $by } nhận ra là người của { $unit }. Bản đăng ký vẫn được giữ, chưa tính. Đồng chí xem lại đơn vị đã khai, hoặc xin mã ghép của đầu mối.
people-appointed = Đã giao { $name } làm đầu mối của { $unit }.
people-dismissed = { $name } thôi làm đầu mối của { $unit }.
people-you-are-coordinator = Đồng chí được giao làm đầu mối của { $unit }. Gõ /nguoi để xem ai chờ xác nhận.
people-you-are-coordinator-no-more = Đồng chí thôi làm đầu mối của { $unit }.
people-office-on = Đã giao { $name } làm thường trực thi đua.
people-office-off = { $name } thôi làm thường trực thi đua.
people-you-are-office = Đồng chí được giao làm thường trực thi đua.
people-you-are-office-no-more = Đồng chí thôi làm thường trực thi đua.
