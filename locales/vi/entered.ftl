## Bản đăng ký do người khác nhập hộ

menu-entered = 📄 Bản được nhập hộ
menu-entered-object = ✋ Không phải của tôi
menu-entered-withdraw = 🗑 Rút bản này
menu-entered-withdraw-yes = Đúng, rút bản này

entered-by-colleague = đồng nghiệp
entered-by = 📝 Bản **{ $code }**, { $phase }, do { $by } nhập hộ đồng chí ngày { $date }. Trạng thái: { $state }.
entered-none = Hiện không có bản đăng ký nào do người khác nhập hộ đồng chí.
entered-waiting = Đồng chí có { $count } bản đăng ký được nhập hộ. Đồng chí xem lại; bản nào không đúng, đồng chí báo hoặc rút.
entered-objected = Tôi đã trả bản { $code } về { $by }, kèm lời báo rằng đây không phải đăng ký của đồng chí. Bản này không được xác nhận chừng nào chưa sửa và gửi lại.
entered-withdraw-ask = Đồng chí muốn rút bản { $code } đã được nhập hộ? Sau khi rút, bản này không còn giá trị.
entered-withdrawn = Đã rút bản { $code }. Tôi sẽ báo { $by }.
life-objected = ↩ { $by } báo lúc { $at } rằng đây không phải đăng ký của mình

digest-entered = 📝 Đồng chí được { $by } nhập hộ bản đăng ký **{ $code }** ({ $phase }): { $awards }. Nếu không đúng, đồng chí báo lại hoặc rút.
digest-see = 📄 Xem { $code }
digest-objected = ↩ Bản **{ $code }** ({ $phase }): người được nhập hộ báo đây không phải đăng ký của mình. Đồng chí sửa rồi gửi lại, hoặc rút.
digest-recanted = 🗑 Bản **{ $code }** ({ $phase }) đồng chí nhập hộ đã được chính người đó rút.
