## Danh mục lệnh mà Telegram hiện khi gõ dấu "/"

telegram-command-start = Bắt đầu
telegram-command-dangky = Đăng ký thi đua
telegram-command-cuatoi = Đăng ký của tôi
telegram-command-hoi = Hỏi về phong trào thi đua
telegram-command-moc = Các mốc thời gian và số ngày còn lại
telegram-command-nhac = Nhắc việc
telegram-command-dulieu = Dữ liệu của tôi
telegram-command-ngonngu = Đổi ngôn ngữ / Language
telegram-command-huy = Hủy việc đang làm
telegram-command-tin = Nhóm có nhận tin phong trào không
telegram-command-trogiup = Hướng dẫn sử dụng
