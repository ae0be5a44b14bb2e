news-heading = 📣 **Tin từ thường trực thi đua**

news-text = Nội dung

news-ask = Đồng chí gõ nội dung tin ngắn cần gửi. Tôi sẽ cho xem lại trước khi gửi.

news-empty = Tin đang trống. Đồng chí gõ nội dung cần gửi.

news-long = Tin dài { $length } ký tự, nhiều hơn { $longest } ký tự cho phép. Đồng chí rút gọn giúp.

news-review = **Xem lại tin trước khi gửi**. Số người nhận: { $people }

news-send = Gửi cho { $people } người

news-sent = ✅ Tin đã vào hàng gửi tới { $people } người.

news-not-allowed = Chỉ thường trực thi đua được gửi tin phong trào.
