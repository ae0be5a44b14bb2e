## Lời đăng ký tự do

quick-not-pledge = Đây chưa phải lời đăng ký danh hiệu hay hình thức khen thưởng.

quick-pledge =
    { $number }. { $who }
    • Đơn vị: { $unit }
    • Đăng ký: { $awards }

quick-unknown = chưa rõ

quick-may-be = { $field } có thể là: { $options }

quick-ask = Còn cần hỏi: { $field }
