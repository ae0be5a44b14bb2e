/** Frequent folded words of everyday Vietnamese: spelled right wherever they stand, so the speller leaves them alone. */
export const commonWords: ReadonlySet<string> = new Set(
  `a ai am an anh ao ba bac bai ban bang banh bao bat bay be ben benh bi bien biet binh bo boi bon bong bot bua bun
  buoi buoc buon ca cach cai cam can canh cao cap cau cay chac cham chao chat chay che chep chet chi chia chiec chieu
  chin cho chon chong chu chua chuan chung chuyen co coi com con cong cu cua cuc cung cuoc cuoi da dac dai dam dan dang
  danh dao dap dat dau day de deo den deu di dich diem dien dieu dinh do doan doc doi don dong du dua dung duoc duoi
  duong em ga gan gap ghe ghi gi gia giai giao giay gio gioi giong giu giua giup goi gom gui ha hai ham han hang hanh
  hat hay he hen het hien hieu hinh ho hoa hoac hoan hoat hoc hoi hom hon hop huong huy huyen i im it ke ket kha khac
  khach khai kham khao khau khen khi khien kho khoa khoan khoi khong khu khuyen kia kiem kien kip ky la lac lai lam lan
  lanh lap lau lay le len lich lien linh lo loai loi lon long lop lua luat luc luon luong luu ly ma mai man mang mat mau
  may me meo mieng mien minh mo moc moi mon mong mot mua muc mung muoi muon nam nang nao nau nay ne nen neu ngay nghe
  nghi nghia ngoai ngoi ngon ngu nguoi nha nhac nham nhan nhanh nhap nhat nhau nhay nhe nhi nhiem nhien nhieu nho nhom
  nhu nhung no noi nop nua nuoc nuoi o oi on ong pha phai pham phan phat phep phia phim phong phu phuc phuong phut qua
  quan quang quen quy quyen quyet ra rang rat rau re rieng ro roi rong ru rua ruou rut sac sach sai san sang sao sap sat
  sau sinh so soan song sot su sua sui suc ta tac tai tam tan tang tao tap tat tau te ten tet tha thai tham than thang
  thanh thao thap thau thay the them theo thi thich thiep thieu thit tho thoai thoat thoi thom thong thu thua thuan
  thuc thue thuoc thuong thuy ti tich tiem tien tieng tiep tiet tieu tim tin tinh to toa toan toi tom ton tong tot tra
  trach trai tran trang tranh tre tren trien trieu trinh tro troi tron trong trua truoc truong truyen tu tuan tui tung
  tuoi tuong tuy tuyen ty u uong va van vang vao vat vay ve vi viec vien viet vo voi vong vu vua vui vung xa xac xanh
  xau xe xem xep xet xin xinh xoa xong xu xuat xung y yeu zalo facebook email internet website admin

  stop step send sending reminder reminders reminding remind please turn off on show see list delete data news help menu
  write translate sort python function poem joke weather football soccer world cup win think next who what when where
  budget total cost money lies lie happens about above after again also always another answer anyone because before being
  best better between both bring call change check clear come could days different doing done during each early either
  else even ever every everyone everything explain exactly field find first from give going good great group have hear
  help here hers high home hour idea include inside instead keep kind know last late later learn least leave less like
  line little local long look made make many maybe mean might mine more most much must name near never new next nice
  none nothing number often only open other over page part past place plan point possible put quick rather read really
  right said same say second seem several shall short should side since some something soon sorry start such sure take
  talk team than thank that their them then there these they thing those through time today together tomorrow tonight
  too under until upon used using very want week well went were will wish with within without word work worker would
  year yes yesterday your person officially`.split(/\s+/),
)
