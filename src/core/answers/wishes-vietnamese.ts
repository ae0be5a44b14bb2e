import type { WishRule } from './wishes.ts'

export const me = '(?:toi|em|minh|chung toi|phong toi|phong em|phong minh)'
const pledge = '(?:dang ky|ban dang ky|phieu dang ky)'
const event = '(?:van nghe|the thao|giao luu|tiet muc|hoi thao|hoi dien|bong chuyen|bong da|cau long|su kien)'
const story = '(?:guong|nguoi tot|viec tot|cau chuyen|dien hinh)'
const notice = '(?:thong bao nhac han|thong bao|nhac nho|nhac han|nhac)'
const wish = '(?:muon|xin|giup|cho|nho|nhe|de nghi|can gui|voi)'
const when = '(?:khi nao|ngay nao|may gio|gio nao|luc nao|bao lau)'
const few = (most: number) => `(?:\\S+ ){0,${most}}?`
const has = (pattern: string) => new RegExp(`\\b(?:${pattern})`)

// Data is asked about in two ways: what do you hold of me (we show it), and what does the law say (we answer).
const aboutTheLaw =
  /\b(?:quyen|luat|quy dinh|the nao|bao lau|khi nao|o dau|co duoc|tai sao|bi lo|an toan|muc dich|cho ai|ai)\b/
const ofOthers = /\b(?:ai|nguoi khac|dong nghiep|sep|lanh dao)\b/

/** Vietnamese wishes, the first that fits. */
export const vietnameseRules: readonly WishRule[] = [
  {
    action: 'who-missing',
    pattern:
      /^(?:(?:phong|don vi|to|minh|toi|em|cho|biet|xem|con|hoi|trong) )*(?:ai|nhung ai|nguoi nao|dong chi nao|can bo nao|danh sach(?: \S+){0,2}?) (?:con |van )?chua (?:dang ky|nop dang ky|gui dang ky)(?: (?:thi dua|danh hieu|vay|a|the|roi|nhi|phong|don vi|trong|cua|minh|toi|em|nay))*$/,
    example: 'phòng mình còn ai chưa đăng ký',
    asked: 'too',
  },
  {
    action: 'unit-counts',
    pattern:
      /^(?:(?:cho|toi|em|minh|xem|mo|biet|lay) )*(?:so lieu|thong ke|tien do|so luong) (?:ban )?dang ky(?: (?:theo|cac|tung|cua|don vi|phong|den|nay|hien|hom|thi dua|gio|luc))*$/,
    example: 'cho xem số liệu đăng ký theo đơn vị',
    asked: 'too',
  },
  {
    action: 'unit-pledges',
    pattern:
      /^(?:(?:cho|toi|em|minh|xem|mo|biet) )*(?:cac |nhung |danh sach )?(?:ban |phieu )?dang ky (?:cua |trong )(?:ca )?(?:phong|don vi)(?: (?:toi|em|minh|chung toi|nay))?$/,
    example: 'cho em xem đăng ký của phòng mình',
    asked: 'too',
  },
  {
    action: 'language',
    pattern: has(`(?:doi|chuyen|dung|noi|tra loi|viet|biet) ${few(3)}tieng (?:anh|viet)\\b`),
    example: 'đổi sang tiếng Anh',
    asked: 'too',
  },
  {
    action: 'language',
    pattern: has(`(?:doi|chuyen|thay|chon) ${few(2)}ngon ngu\\b`),
    example: 'chọn lại ngôn ngữ giúp tôi',
    asked: 'too',
  },
  {
    action: 'delete-data',
    pattern: /\b(?:xoa|huy|go) .*\b(?:du lieu|thong tin)\b/,
    example: 'xóa hết dữ liệu của tôi đi',
    asked: aboutTheLaw,
  },
  {
    action: 'reminders',
    pattern: has(`${when}\\b.*\\bnhac (?:toi|em|minh|han|viec|nho|lai)\\b`),
    example: 'khi nào bot nhắc tôi',
    asked: 'too',
  },
  {
    action: 'reminders',
    pattern: has(`nhac (?:toi|em|minh|han|viec|nho) ${few(2)}${when}\\b`),
    example: 'bot nhắc em lúc mấy giờ',
    asked: 'too',
  },
  {
    action: 'reminders',
    pattern: /\bco (?:gui )?nhac (?:toi|em|minh|han|viec|nho)\b.*\bkhong\b/,
    example: 'bot có nhắc tôi trước hạn không',
    asked: 'too',
  },
  {
    action: 'reminders-off',
    pattern: has(`(?:tat|dung|ngung|huy|bo|thoi|ngat)\\b.*\\b${notice}\\b`),
    example: 'tắt thông báo nhắc hạn đi',
  },
  {
    action: 'reminders-off',
    pattern: has(`khong (?:muon |can )?(?:nhan )?${notice}\\b`),
    example: 'tôi không muốn nhận nhắc nhở',
  },
  {
    action: 'withdraw-pledge',
    pattern: has(`(?:huy|rut|xoa|bo) ${few(4)}${pledge}\\b`),
    example: 'rút bản đăng ký giúp tôi',
  },
  {
    action: 'withdraw-pledge',
    pattern: has(`${pledge}\\b.* (?:huy|rut) (?:lai|giup|di)\\b`),
    example: 'bản đăng ký hôm qua hủy giúp em',
  },
  {
    action: 'withdraw-pledge',
    pattern: has(`khong (?:muon )?${pledge} nua\\b|(?:huy|rut) ten\\b`),
    example: 'tôi không muốn đăng ký nữa',
  },
  {
    action: 'change-pledge',
    pattern: has(
      `(?:sua|doi(?! tuong)|thay doi|chinh|chinh sua|dieu chinh|chuyen|cap nhat) ${few(4)}(?:${pledge}|danh hieu)\\b`,
    ),
    example: 'sửa bản đăng ký của tôi',
  },
  {
    action: 'change-pledge',
    pattern: has(`${pledge}\\b.* (?:sua lai|doi lai|doi qua|doi sang|doi thanh)\\b`),
    example: 'bản đăng ký đó đổi sang lao động tiên tiến',
  },
  {
    action: 'reminders',
    pattern: has(`lich nhac\\b|(?:xem|cac|nhung|may cai) ${few(3)}(?:nhac hen|nhac han|nhac viec|loi nhac)\\b`),
    example: 'cho xem các lời nhắc',
    asked: 'too',
  },
  {
    action: 'news',
    pattern:
      /^(?:(?:toi|em|minh|muon|can|xin|cho|giup) )*(?:gui|dang|phat|soan|viet|ra|thong bao|loan)(?: (?:di|mot|1|giup|cai))* (?:tin|ban tin|thong bao|tin nhan|tin tuc|tin bai)\b(?! (?:nhac|bao|gi\b))/,
    example: 'tôi muốn gửi tin',
  },
  {
    action: 'submit-story',
    pattern: new RegExp(
      `(?=.*\\b${wish}\\b)(?=.*\\b(?:gui|nop|dang|viet|gioi thieu|ke|gop|de cu|tuyen duong|chia se)\\b(?: \\S+){0,4}? ${story}\\b)`,
    ),
    example: 'em muốn gửi bài gương người tốt',
  },
  {
    action: 'submit-story',
    pattern: new RegExp(`^(?:gui|nop|de cu|gioi thieu) ${few(2)}${story}\\b`),
    example: 'đề cử điển hình',
  },
  {
    action: 'join-event',
    pattern: has(
      `(?:dang ky|ghi ten|ghi danh|cho (?:${me}|anh|chi) tham gia|muon tham gia|xin tham gia)\\b.*\\b${event}\\b`,
    ),
    example: 'ghi tên tôi vào giao lưu thể thao',
  },
  {
    action: 'my-data',
    pattern: has(`(?:du lieu|thong tin) (?:ca nhan )?(?:cua )?${me}\\b`),
    example: 'cho xem thông tin của em',
    asked: aboutTheLaw,
  },
  {
    action: 'my-data',
    pattern: has(`(?:luu|giu|biet) ${few(3)}(?:gi|nao) ${few(2)}(?:ve|cua) ${me}\\b`),
    example: 'bot đang lưu những gì về tôi',
    asked: aboutTheLaw,
  },
  {
    action: 'my-pledge',
    pattern: has(`${pledge} ${few(2)}cua ${me}\\b`),
    example: 'bản đăng ký hôm trước của tôi',
    asked: ofOthers,
  },
  {
    action: 'my-pledge',
    pattern: has(`${me} (?:da )?dang ky (?:gi|nhung gi|danh hieu (?:gi|nao)|chua|roi chua|duoc chua)\\b`),
    example: 'em đã đăng ký những gì',
    asked: ofOthers,
  },
  {
    action: 'my-pledge',
    pattern: has(`(?:xem|kiem tra|tra cuu) (?:lai )?${few(2)}${pledge}\\b`),
    example: 'kiểm tra lại bản đăng ký',
    asked: ofOthers,
  },
  {
    action: 'register',
    pattern: has(`(?:${wish}|${me}|phong|don vi|to|doi) ${few(4)}dang ky\\b(?! nhan)`),
    example: 'cho em ghi đăng ký với',
  },
  {
    action: 'register',
    pattern: has(`dang ky (?:giup|cho) ${me}\\b`),
    example: 'bot có thể đăng ký giúp em không',
  },
  { action: 'register', pattern: /^dang ky\b(?! nhan)/, example: 'đăng ký lao động tiên tiến' },
  {
    action: 'register',
    pattern: /\bdang ky\b.*\b(?:giup|voi|nhe)$/,
    example: 'năm nay đăng ký chiến sĩ thi đua nhé',
  },
  {
    action: 'reminders-on',
    pattern: has(`(?:bat|mo|kich hoat|nhan)\\b ${few(2)}${notice}\\b`),
    example: 'bật lại nhắc nhở',
  },
  {
    action: 'reminders-on',
    pattern: has(`nhac (?:han )?(?:giup )?${me}\\b|nhac han giup\\b`),
    example: 'nhắc hạn giúp em',
  },
  // "Đăng ký thế nào": the registration itself is the best explanation.
  {
    action: 'register',
    pattern:
      /^(?:\S+ ){0,3}?(?:lam sao|cach|lam the nao|cach nao) (?:(?:de|thi|ma|toi|em|minh|muon|co the|ghi) )*dang ky(?: thi dua| danh hieu)?(?: (?:vay|a|em|anh|chi|oi|duoc|nhu the nao|the nao|bot|quan tri))*$/,
    example: 'làm sao để đăng ký thi đua',
    asked: 'too',
  },
  {
    action: 'register',
    pattern:
      /^(?:(?:toi|em|minh|muon|thi|cho|hoi) )*dang ky(?: thi dua| danh hieu)?(?: thi| ma)? (?:the nao|lam the nao|nhu the nao|kieu gi|kieu nao|bang cach nao|lam sao|o dau|ra sao|sao)(?: (?:vay|a|em|anh|chi|oi|duoc|bot|quan tri))*$/,
    example: 'đăng ký danh hiệu thế nào vậy',
    asked: 'too',
  },
  {
    action: 'help',
    pattern: /^(?:tro giup|huong dan|menu|help|giup toi|giup em|huong dan (?:su dung|dung).*)$/,
    example: 'hướng dẫn sử dụng',
    asked: 'too',
  },
  {
    action: 'help',
    pattern: /^(?:bot|ban) (?:biet |co the )?(?:lam|giup) (?:duoc )?(?:nhung )?gi\b.*$/,
    example: 'bot làm được gì',
    asked: 'too',
  },
  {
    action: 'latest-news',
    pattern:
      /^(?:\S+ )?(?:tin tuc|tin moi|ban tin|co tin (?:gi|moi)(?: khong| moi)?|thong bao moi)(?: khong| vay| di| nhat)*$/,
    example: 'có tin gì mới không',
    asked: 'too',
  },
]
