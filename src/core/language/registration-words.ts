/** What words do in a message by which people register. */
export type WordRole =
  | 'register'
  | 'self'
  | 'we'
  | 'honorific'
  | 'named'
  | 'my-unit'
  | 'same-unit'
  | 'collective'
  | 'for'
  | 'and'
  | 'or'
  | 'but'
  | 'only'
  | 'all'
  | 'also'
  | 'same'
  | 'respective'
  | 'not'
  | 'past'
  | 'past-after'
  | 'year'
  | 'already'
  | 'got'
  | 'wish'
  | 'now'
  | 'later'
  | 'later-after'
  | 'former'
  | 'former-after'
  | 'except'
  | 'mistake'
  | 'sends'
  | 'addressed'
  | 'calls'
  | 'subject'
  | 'ask'
  | 'topic'
  | 'tells'
  | 'unclear'
  | 'hesitates'
  | 'may'
  | 'withdraw'
  | 'chat'
  | 'everybody'
  | 'rank'
  | 'filler'
  | 'soft'

// As they are spelled; what is typed without diacritics stands for them as well, except where `=` says that it may not:
// "bo" is rather "bộ" than "bỏ".
// `year` is found by its figures.
const phrases: Readonly<Record<Exclude<WordRole, 'year'>, string>> = {
  register: `đăng ký|đăng kí|đăng kỳ|đăng ký lại|đk|đky|đki|đkí|đkg|đăngký|đăng kg|ghi danh|ghi tên|ghi giùm|
    ghi giúp|ghi dùm|ghi cho|ghi nhận|đề nghị|đề xuất|đăng kí thêm|phấn đấu|đk ký|đg ký|xét cho|
    nộp đăng ký|làm đăng ký|đăng ki|đang ký|đăg ký|đăg kí|dăng ký|đăng í|
    ddk|đăng kys|đăng ks|đăng lý|đăng ký tham gia|register`,
  self: `em|tôi|tui|mình|e|t|tao|chúng tôi là|cháu|bản thân tôi|bản thân em|bản thân|mìh|mih|cá nhân tôi|cá nhân em|
    cá nhân mình|mik|mk|=tớ`,
  we: `tụi em|tụi mình|chúng tôi|chúng em|bọn em|bọn mình|tụi tui|bên em|bên mình|bên tui|bên tôi|đội em`,
  honorific: `thằng em|con em|nhỏ em|thằng|anh|chị|cô|chú|ông|bà|bác|dì|cậu|thầy|đồng chí|đ/c|dongchi|đc|các đồng chí|các đ/c|bạn|sếp|a|
    c|ac|anh chị|ông bà|các anh|các chị|các anh chị|hai anh|hai chị|hai đồng chí|ba đồng chí|2 đồng chí|
    3 đồng chí|2 đ/c|3 đ/c|các ông bà|các ông|các bà|hai bạn|các bạn|chế|dượng|mợ`,
  named: `tên|tên là|tên em là|em tên|tên tôi là|họ tên|họ và tên|tên đầy đủ|tên họ|họ tên em là|ht`,
  'my-unit': `phòng em|phòng mình|phòng tôi|phòng tui|phòng tụi em|phòng chúng tôi|phòng chúng em|phòng e|phòng mk|
    phòng bọn em|phòng mìh|phòng mih|phòng mìnk|phòng tụi mình|đơn vị em|đơn vị mình|đơn vị tôi|đơn vị tui|đơn vị chúng tôi|đơn vị tụi em|
    cơ quan em|cơ quan mình|cơ quan tôi|phòng của em|phòng của mình|phòng của tôi|phòng của tui|
    đơn vị của em|đơn vị của tôi|đơn vị của mình|bên phòng em|bên phòng mình`,
  'same-unit': `cùng phòng|cùng đơn vị|cùng cơ quan|chung phòng|chung đơn vị|cùng phòng em|cùng phòng mình|
    cùng phòng tôi|cùng phòng tui|chung phòng em|cùng đơn vị em|cùng đơn vị tôi|cùng phòng với em|
    cx phòng|cg phòng|cũng phòng|chung phòng với em|cùng phòng với tôi|cùng phòng với mình|trong phòng em|trong phòng|cùng bộ phận`,
  collective: `tập thể|tập thể phòng|tập thể đơn vị|cả phòng|cả đơn vị|toàn phòng|toàn đơn vị|toàn thể phòng|
    tập thể cán bộ|tập thể cán bộ công chức|tập thể cbcc|tập thể bên em|tập thể phòng em là|tập thể công chức|
    cả phòng em|cả phòng mình|cả phòng tụi em|cả đơn vị em|tt`,
  for: `cho|giúp|giùm|dùm|hộ|giúp cho|giùm cho|dùm cho|hộ cho|của|gồm|gồm có|bao gồm|là của|dành cho`,
  and: `và|với|cùng|cùng với|với lại|vs|vớii|v|n|kèm|kèm theo|lẫn|và cả`,
  or: `or|hoặc|hay|hay là|hoặc là`,
  but: `nhưng|mà|còn|riêng|chứ|thì mới|nhưng mà|ngoài ra|trong đó|sau đó|rồi đến`,
  only: `chỉ|thôi|chỉ thôi|thui|hoy|thoi|mỗi|chỉ đăng ký thôi|thoai`,
  all: `đều|cả hai|cả ba|cả 2|cả 3|cả 4|cả bốn|tất cả|cả hai đồng chí|cả ba đồng chí|cùng đăng ký|hai người|
    cả 2 người|cả nhóm|cả hai đều|cùng|2 người|3 người|cả 2 đồng chí|cả 3 đồng chí`,
  also: `thêm|nữa|bổ sung|luôn|ngoài ra`,
  same: `nt|n.t|như trên|cũng vậy|cũng thế|cũng z|cũng zậy|cũng dậy|cx vậy|cx z|cx v|cg vậy|cg z|cũng giống vậy|
    tương tự|giống vậy|giống trên|giống như trên|y vậy|y chang|y chang vậy|như vậy|cũng như vậy|cũng như trên`,
  respective: `lần lượt|theo thứ tự|tương ứng|lần lượt là|theo thứ tự là|lần lượt theo thứ tự`,
  not: `hết muốn|hết dám|không còn muốn|ko còn muốn|thôi không muốn|đừng|đừng ghi|đừng đưa|đừng cho|đừng ghi tên|đừng đăng ký|đừng đk|đừng thêm|không phải là|không|ko|k|kg|kh|hông|hổng|hong|hok|hk|hem|khum|khg|chẳng|đâu có|không phải|ko phải|k phải|
    hổng phải|chứ không phải|chứ không|chứ ko|chứ ko phải|chứ hổng phải|khỏi|chưa|thôi không|thôi khỏi|
    không có|chưa đủ điều kiện|không đủ điều kiện|ko đủ điều kiện|chưa đủ tiêu chuẩn|chưa đủ|không đủ|
    không dám|ko dám|k dám|hổng dám|hông dám|hong dám|hok dám|chưa dám|chưa muốn|không muốn|ko muốn|hổng muốn|hông muốn|hong muốn|không cần|chưa định|
    bỏ qua|thay vì|thay cho|chẳng phải|đừng có|bớt`,
  past: `năm ngoái|năm rồi|năm trước|năm qua|năm kia|đã đạt|đã được|đã có|đã từng|từng|đã nhận|được tặng|
    được công nhận|vừa đạt|vừa được|mới được|mới đạt|đợt trước|đợt rồi|lần trước|đã|trước đây|trước kia|
    hồi trước|hồi năm|các năm trước|những năm trước|có sẵn|từng được|từng đạt|được khen|mấy năm trước|
    mấy năm liền|nhiều năm liền|đợt 1 đã|đã được tặng|đã được công nhận|năm ngoai|thành tích|
    thành tích đã đạt|danh hiệu đã đạt|năm liền|năm liên tục|năm liên tiếp|lần liên tục|lần liên tiếp|
    lần đạt|lần được|
    hôm qua|hôm kia|hôm trước|tuần trước|tuần rồi|tháng trước|tháng rồi|bữa trước|hồi sáng|hồi nãy`,
  'past-after': `có rồi|được rồi|đạt rồi|nhận rồi|lấy rồi|đã có|đã đạt|đã được|từ năm ngoái|hồi năm ngoái|
    năm ngoái rồi|đăng ký rồi|đk rồi|năm ngoái|năm rồi|năm trước|dc rồi|đc rồi|đã có rồi`,
  already: `rồi|r|xong|rùi|òi|rồi mà|rồi nha|rồi đó`,
  got: `đạt|được|đc|dc|nhận|có|đạt được|nhận được|giữ|đoạt`,
  wish: `muốn|xin|mong|xin phép|muốn xin|mong được|xin được|muốn được|xin cho|nhờ|nhờ ad|dự kiến|nguyện vọng|
    có nguyện vọng|mún|mong muốn|định|tính|nay xin|nộp|tham gia|quyết tâm|hướng tới|
    =ráng|=gắng|mạnh dạn|đặt mục tiêu|mục tiêu`,
  now: `năm nay|nay|giờ|bây giờ|hiện nay|hiện|hiện tại|lần này|đợt này|kỳ này|năm nay thì|giờ thì|bữa nay|
    hôm nay|hiện giờ|nay là|giờ là|nay về|nay chuyển về|giờ chuyển về|giờ chuyển qua|nay chuyển sang|
    hiện là|giờ ở|nay ở|hiện ở|hiện đang|bây giờ là|nay thuộc`,
  later: `năm sau|sang năm|năm tới|đợt sau|lần sau|mai mốt|khi khác|để năm sau|để sang năm|để đợt sau|
    để mai mốt|qua năm|năm sau mới|sang năm mới|khi nào đủ|sau này|để sau|bữa khác|hôm khác|khi nào|từ từ|
    tuần sau|tháng sau|nếu|ngày mai|mai em|mai tui|mai mình|mai tôi|bữa nào|suy nghĩ|cân nhắc|nghĩ lại|
    bàn lại|để em coi|để coi|
    =hẹn|=hoãn|tạm hoãn|=khoan|khoan đã|để dành|=dời|lùi lại|chưa vội|dịp khác|dịp sau|năm khác`,
  'later-after': `để năm sau|để sang năm|để đợt sau|để sau|để mai mốt|tính sau|để tính sau|thì để năm sau|năm sau|
    sang năm|năm tới|đợt sau|thì khỏi|thì thôi|thì không|thì ko|thì hông|thì hổng|để dành năm sau|
    để qua năm|chờ năm sau|đợi năm sau|chưa tính|để từ từ|thì chưa|để bữa khác|để lần sau|xét sau|thì bỏ|
    thì k|thì hong|
    hẹn năm sau|hẹn sang năm|hẹn đợt sau|thì hẹn năm sau|dịp khác|dịp sau|để dịp khác|để dịp sau|để dành dịp khác|khoan đã|thì khoan|năm khác|hẹn dịp khác|tính tiếp sau|tính tiếp|xem sau|để tính|còn cân nhắc`,
  former: `trước ở|trước đây ở|trước kia ở|hồi trước ở|trước là|trước đây là|trước thuộc|trước đây thuộc|nguyên là|
    nguyên|trước công tác tại|trước đây công tác tại|trước công tác ở|chuyển từ|mới chuyển từ|từ|vốn ở|cũ ở|
    trước đây|trước làm ở|trước đây làm ở|từng ở|từng làm ở|đã chuyển từ|vừa chuyển từ|không còn ở|trước`,
  'former-after': `cũ|trước đây|trước kia|(cũ)|giải thể`,
  except: `trừ|trừ ra|ngoại trừ|chỉ trừ|không tính|không kể|trừ mỗi|=chừa|ngoại trừ ra`,
  mistake: `nhầm|à nhầm|lộn|à lộn|ý lộn|ý nhầm|à không|à quên|nhầm rồi|xin lỗi|à k|à ko|sorry|sửa lại là|
    đúng ra là|viết nhầm|ghi nhầm|ghi lộn|nói lộn|à thôi|
    ý em là|ý tôi là|ý mình là|ý tui là|đính chính|đính chính lại|đính chính là|chính xác là|nói đúng ra|nói lại|nói lại là|phải là|chỉnh lại là|lộn rồi|nhầm lẫn|à mà|nói chính xác là|nói đúng là|á nhầm|á lộn|í lộn|í nhầm|í quên`,
  sends: `gửi danh sách|gửi ds|gửi ad danh sách|gửi ad ds|đầu mối|tổng hợp|thay mặt|đại diện|người gửi|người lập|
    lập danh sách|nộp danh sách|xin gửi danh sách|xin gửi|gửi bản|gửi|phụ trách thi đua|thay mặt cho|
    đại diện cho|báo cáo danh sách|xin báo cáo|lên danh sách|đăng ký thay|đk thay|thay`,
  addressed: `nhờ|kính gửi|gửi anh|gửi chị|kính thưa|thưa|nhờ anh|nhờ chị|nhờ đồng chí|nhờ đ/c|nhờ bạn|
    gửi đồng chí|gửi đ/c|gởi|nhờ cô|nhờ chú|dạ thưa|chào anh|chào chị|chào cô|chào chú`,
  calls: `ơi`,
  subject: `thi đua|danh hiệu thi đua|danh hiệu|khen thưởng|hình thức khen thưởng|thi đua khen thưởng|thi đua năm nay|
    tđkt|giao ước thi đua|phong trào thi đua|tham gia phong trào|phong trào|td`,
  ask: `gì|là gì|gì vậy|sao|ra sao|làm sao|thế nào|như thế nào|tại sao|vì sao|khi nào|bao giờ|lúc nào|
    chừng nào|ngày nào|hôm nào|bữa nào|bao nhiêu|bao lâu|mấy|ở đâu|đâu vậy|đâu ad|ai|những ai|là ai|
    nào|hả|phải không|đúng không|hay không|hay chưa|được chưa|rồi chưa|chưa vậy|chưa ạ|chưa ad|ntn|bgio|
    bnhiu|sao vậy|hỏi|cho hỏi|xin hỏi|có phải|có cần|có được|có bắt buộc|bắt buộc|có phải là|khác nhau|
    khác gì|hạn chót|hết hạn|phân biệt|giải thích|nghĩa là|mấy người|có ai|j|ji|z ad|bao nhiu|nhiêu|
    có nên|có nên đăng ký|có nên đk|
    tới đâu|đến đâu|tới đâu rồi|đến đâu rồi|sao rồi|duyệt chưa|xong chưa|tới bước nào|đạt không|duyệt không|hay sao`,
  topic: `điều kiện|tiêu chuẩn|hạn|hồ sơ|thủ tục|quy định|mức thưởng|tiền thưởng|tỷ lệ|tỉ lệ|quy trình|
    tiêu chí|thẩm quyền|quyền lợi`,
  tells: `nói|kể|khoe|đồn|rủ|=khuyên|nói là|kể là|bảo là|bảo rằng|nói rằng`,
  hesitates: `=à|=ờ`,
  unclear: `quên|=ngoài|thay đổi|biến|bị|khác`,
  may: `được không|được ko|được k|được hông|được hong|được hôn|được hem|đc không|đc ko|đc k|đc hông|đc hong|
    dc khong|dc ko|dc k|dc hong|dc hông|được chứ|được không ạ|được hơm|được kg|được ha|đc hem|dc hem|
    nhe được không|được chưa|ok không|ok ko|được hôk|
    được hay không`,
  withdraw: `rút|rút lại|hủy|huỷ|hủy bỏ|xóa|xoá|bỏ đăng ký|bỏ đk|sửa|sửa lại|đổi|đổi lại|thay đổi|điều chỉnh|
    chỉnh lại|thôi không|thôi ko|không tham gia|ko tham gia|không đăng ký nữa|ko đk nữa|không đk nữa|
    hổng đk nữa|cập nhật lại|thay bằng|gạch tên|xin thôi|cho rút|thôi đăng ký|chuyển đăng ký|
    chuyển sang đăng ký|nhầm đăng ký|xin rút|ngưng đăng ký|=bỏ|=chỉnh|=gỡ|bỏ tên|gỡ tên`,
  chat: `phân vân|lưỡng lự|chưa biết|không biết|ko biết|chưa chắc|hổng biết|chúc mừng|xin chúc mừng|mừng|
    hoan hô|chúc|nghe nói|nghe đâu|hình như|nghe tin|thấy|nghe|xem|coi|tra cứu|thống kê|tìm hiểu|
    hướng dẫn|chỉ em|chỉ giúp|mẫu đơn|mẫu đăng ký|danh sách những|ai đăng ký|gửi mẫu|lấy mẫu|nhắc|
    giới thiệu|tư vấn|vui quá|tự hào|thông báo|ước gì|giá mà|báo giá|lưu ý|đừng quên|còn hạn|=sợ|=ngại|
    =mẫu|=tải|xuất danh sách|xuất file|xin mẫu|=rớt|=trượt|=buồn|=tiếc|xin danh sách|cho xin danh sách|xin ds|lấy danh sách|cần danh sách|thắc mắc|liên hệ`,
  everybody: `mọi người|mn|các phòng|các đơn vị|các anh chị|anh chị em|cả nhà|anh em|ace|toàn thể|mọi ng|các bạn|
    các đồng chí|ai chưa|mấy anh chị|bà con|toàn thể cán bộ`,
  rank: `trưởng phòng|phó trưởng phòng|phó phòng|chánh văn phòng|phó chánh văn phòng|chánh thanh tra tỉnh|
    phó chánh thanh tra tỉnh|chánh thanh tra|phó chánh thanh tra|chánh|phó chánh|trưởng|phó|thanh tra viên|
    thanh tra viên chính|ttv|ttvc|ttvcc|thanh tra viên cao cấp|chuyên viên|chuyên viên chính|cv|cvc|
    nhân viên|kế toán|kế toán trưởng|văn thư|lái xe|công chức|viên chức|cán bộ|lãnh đạo|giám đốc|
    phó giám đốc|ths|thạc sĩ|tiến sĩ|ts|kỹ sư|ks|cử nhân|cn|chức vụ|thủ quỹ|bảo vệ|tạp vụ|tp|ptp|
    hợp đồng|người lao động|đảng viên|phụ trách|tổ trưởng|tổ phó|lưu trữ|nv|cb|cbcc`,
  filler: `phòng|đủ điều kiện|đủ tiêu chuẩn|đủ đk|gì đó|gì hết|gì nữa|gì đâu|gì cả|đâu|đâu nha|sao cũng được|
    nào cũng được|gì cũng được|gì cũng đc|gì cũng dc|xem xét|bảo em|bảo e|kêu em|kêu e|nói em|biểu em|biểu tui|kêu tui|
    bảo tui|bảo tôi|dặn em|nhắn em|nói e|dạ|ạ|à|ờ|ừ|vâng|nha|nhé|nhe|nghen|nhen|nhoa|nghe|nè|nhaa|nhaaa|nhá|hen|ha|hén|
    ak|ah|ơ|ớ|alo|a lô|chào|chào ad|xin chào|hello|hi|ad|admin|bot|add|quản trị|cảm ơn|cám ơn|
    cảm ơn ad|tks|thanks|là|la|thì|ở|tại|bên|thuộc|trực thuộc|công tác|công tác tại|công tác ở|làm|
    làm ở|làm việc|làm việc ở|làm việc tại|làm tại|đang làm|đang công tác|đang|sinh hoạt|đơn vị|đv|
    đơn vị công tác|thanh tra|bộ phận|bộ phận thi đua|thường trực|thường trực thi đua|hội đồng thi đua|các|
    những|cái|có|được|đc|cũng|cũng được|vui lòng|đi|đó|này|kia|vậy|z|zậy|vầy|năm|năm nay|cuối năm|
    đầu năm|đợt|đợt 1|đợt 2|đợt một|đợt hai|phần|danh sách|ds|danh sách đăng ký|dsđk|bản đăng ký|
    phiếu đăng ký|nội dung|như sau|sau đây|sau|dưới đây|gồm|cụ thể|về|vào|vô|với nha|nội dung đăng ký|
    danh hiệu đăng ký|hình thức khen thưởng đăng ký|đăng ký danh hiệu|đăng ký danh hiệu thi đua|đăng ký thi đua|
    đề nghị khen thưởng|đề nghị khen|thêm nữa|cá nhân|cá nhân tôi|mới|vừa|mới chuyển|mới chuyển qua|
    mới chuyển về|mới chuyển sang|chuyển qua|chuyển về|chuyển sang|về công tác|qua|sang|nhận|rồi|r|xong|
    lại|nhiều|trước hết|trước tiên|đầu tiên|theo|người|luôn|nữa|thôi|thuii|ôi|ơi ad|ad ơi|admin ơi|
    bot ơi|anh ơi|chị ơi|sếp ơi|để|tính|cho|mức|cấp|loại|tổng cộng|stt|họ|việc|lần|hết|đây|nghĩ|
    chắc|chắc là|tham gia|phấn đấu|quyết tâm|dự|định|sẽ|cố gắng|cần|trong|hôm bữa|hôm|mấy anh|mấy chị|
    ạk|hihi|hehe|haha|hì|kk|ok|oke|oki|okie|dùm|giùm|giúp|hộ|tiếp tục|lun|zậy nha|tụi|bọn|chung|
    hiện|hội|số lượng|tên|xin|muốn|mong|trân trọng|kính|kính mong|xin cảm ơn|trân trọng cảm ơn|đạt|
    trở lên|nhé ad|vs nha|như|y|giống|vẫn|vẫn là|đủ|đồng thời|song song|kèm|cùng lúc|ngoài|liên tục|
    liền|liên tiếp|năm liền|năm liên tục|nhắn|tin|lên|ra|tới|đến|từ|bằng|qua đây|bản thân|chính|ghi|
    nhập|điền|bổ sung|thông tin|thông tin đăng ký|hoàn thành|nhiệm vụ|nv|hồi nãy|nãy|lúc nãy|hôm qua|
    sáng nay|chiều nay|trưa nay|tối nay|tổ|nhóm|sđt|chức danh|chức vụ|giới tính|ghi chú|khen|tặng|
    thưởng|trao|của|do|tỉnh|huyện|ngành|thanh tra tỉnh|ubnd|ban|bộ|người đăng ký|đối tượng|hình thức|
    cx|cg|dìa|dề|căn cứ|thực hiện|kế hoạch|phát động|cơ quan|công văn|chương trình|hưởng ứng|vn|việt nam|nhớ|hoặc|nên|ng|đồng ý|nhất trí|đúng|chính thức|thống nhất|xác nhận|ta|
    nếu được|nếu có thể|nếu tiện|nếu kịp|nếu còn kịp|nếu được thì|ấy|=ổng|=bả|cả|xét|hội đồng|chút|một chút|chút xíu|=lắm|phiền|làm phiền|=tự|tự giới thiệu|ừm|ủa|=á|ui|=hà|jup|ik|iu|nhìu|nka|nx|=dới|=dô|nghe ad|làm ơn|ban tổ chức|tổ thi đua|bản đăng ký của|=hồi|rảnh|nghe rõ không|nghe không|alo alo|chắc chắn|trước mắt|tạm thời|quài|kìa|cái coi|coi nào|coi nha|coi nghen|giao em|giao tui|giao tôi|giao mình|kêu|phân công|pls|plz`,
  // Given names as often as words: what stands around them decides.
  soft: `mai|ba|hai|bốn|năm|sáu|bảy|tám|chín|mười|một|út|thu|xuân|tư|nhân|minh|công|tâm|sang|tiên|
    tiến|dung|bình|thành|đức|phúc|an|hòa|thanh|thảo|hoa`,
}

export interface RolePhrase {
  readonly role: WordRole
  readonly words: readonly string[]
}

export const rolePhrases: readonly RolePhrase[] = Object.entries(phrases).flatMap(([role, list]) =>
  list
    .split('|')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => ({ role: role as WordRole, words: phrase.split(' ') })),
)

/** Words of grammar that are given names as well, folded. */
export const givenNames: ReadonlySet<string> = new Set(
  `huy chuc chanh lien loi mung nguyen nhu nhung tang tinh tung truong vang huyen thoai mau khen dien dau cu cuc tuoi giau
  anh ha nha mai bang ba hai bon nam sau bay tam chin muoi mot ut thu xuan tu nhan minh cong tien sang dung chi binh thanh duc phuc an hoa
  thao van thi chinh hong hien nhat lan ly la y nhi thuong du trong hoi bao phong phuong hang vui chung hau nhien ho tin le co di dai thai khoi lo dinh han dang cam can hung dong khanh hen nghi bac chau luong`.split(
    /\s+/,
  ),
)
