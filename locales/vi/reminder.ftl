reminder-no-pledge =
    { $days ->
        [0] 🔔 Hôm nay, **{ $date }**, { $phase } đóng. Đồng chí chưa có bản đăng ký thi đua trong đợt này.
       *[other] 🔔 { $phase } đóng ngày **{ $date }**, còn { $days } ngày. Đồng chí chưa có bản đăng ký thi đua trong đợt này.
    }

reminder-unfinished-pledge =
    { $days ->
        [0] 🔔 Hôm nay, **{ $date }**, { $phase } đóng. Bản đăng ký đồng chí làm dở chưa được gửi.
       *[other] 🔔 { $phase } đóng ngày **{ $date }**, còn { $days } ngày. Bản đăng ký đồng chí làm dở chưa được gửi.
    }

reminder-why = Tin này chỉ gửi khi đồng chí chưa có bản đăng ký của mình. Tham gia thi đua là tự nguyện; không muốn nhận nhắc, đồng chí chọn “Tắt nhắc”.
