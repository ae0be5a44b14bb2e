export type OffTopic = 'other' | 'privacy' | 'denunciation' | 'instructions' | 'other-agency' | 'case'

interface Rule {
  readonly reason: OffTopic
  readonly pattern: RegExp
}

const agency =
  '(?:so (?:giao duc|y te|cong thuong|tai chinh|xay dung|nong nghiep|van hoa|tu phap|khoa hoc)|cong an|quan su|bo doi|quan doi|benh vien|ngan hang|hai quan|kiem lam|cong doan|doan thanh nien|thue|buu dien|vien kiem sat|toa an nhan dan)'

// "bản đăng ký của chị dùm": elder colleagues call themselves "anh", "chị"; somebody else is named after the word.
const somebody =
  '(?:anh|chi|ong|sep|dong chi) (?!em\\b|oi\\b|giup\\b|nghe\\b|nhe\\b|voi\\b|a\\b|di\\b|da\\b|dang\\b|chua\\b|can\\b|muon\\b|la\\b|thi\\b|co\\b)\\S+'

const vietnamese: readonly Rule[] = [
  {
    reason: 'instructions',
    pattern:
      /\b(?:bo qua|quen|phot lo) (?:\S+ ){0,3}?(?:huong dan|chi dan|chi thi|lenh|quy tac)\b|\bsystem prompt\b|\bche do (?:quan tri|nha phat trien|admin|developer)\b|\btu (?:gio|bay gio|nay) (?:tro di )?(?:\S+ )?(?:ban|bot|may|em)? ?(?:la|khong phai|khong con|hay dong)\b|\b(?:dong vai|gia vo la|nhap vai)\b/,
  },
  {
    reason: 'privacy',
    pattern: new RegExp(
      [
        `\\b(?:so dien thoai|dia chi nha|luong|facebook|zalo|thong tin|ly lich|cccd|can cuoc) (?:\\S+ ){0,2}?(?:cua )?${somebody}`,
        `\\b(?:ban|phieu) dang ky (?:\\S+ ){0,2}?cua ${somebody}`,
        `\\b(?:danh sach|thong tin|so dien thoai) (?:\\S+ ){0,4}?nguoi (?:da |chua )?dang ky\\b`,
        `\\b${somebody} (?:\\S+ ){0,3}?dang ky (?:danh hieu )?(?:gi|nao|chua)\\b`,
      ].join('|'),
    ),
  },
  {
    reason: 'denunciation',
    pattern:
      /\b(?:don )?(?:to cao|khieu nai|to giac) (?:ong|ba|anh|chi|truong|pho|giam doc|chu tich|can bo|lanh dao|sep)\b|\b(?:gui|nop|viet) (?:\S+ ){0,3}?(?:don to cao|don khieu nai|to cao|khieu nai)\b|\b(?:nhan hoi lo|an chan|an hoi lo|bao ke)\b/,
  },
  {
    reason: 'case',
    pattern:
      /\b(?:vu viec|vu an|ho so vu|(?:ket luan|vu|dang) (?:thanh|kiem|dieu) tra)\b.*\b(?:cong ty|vu|du an|doanh nghiep|ong|ba|toi dau|den dau)\b/,
  },
  {
    reason: 'other-agency',
    pattern: new RegExp(
      `\\b(?:ben )?${agency}\\b.*\\b(?:phong trao|thi dua|phat dong)\\b|\\b(?:phong trao|thi dua) (?:\\S+ ){0,3}?(?:cua|ben) ${agency}\\b`,
    ),
  },
  {
    reason: 'other',
    pattern:
      /\b(?:viet|lam|sang tac|soan) (?:\S+ ){0,4}?(?:bai tho|tho luc bat|tho tang|bai van|truyen cuoi|bai hat|code|chuong trinh may tinh|luan van|email|cv)\b(?! nghe| ban)|\bdich (?:giup |ho )?(?:\S+ ){0,5}?(?:sang|ra|tieng)\b|\b(?:thoi tiet|troi (?:mua|nang|lanh|nong)|co mua|mua khong|du bao|nhiet do|bao so|may gio roi)\b|\b(?:bong da|da banh|world cup|ngoai hang|doi tuyen|vong loai|ty so|tran dau|ronaldo|messi)\b|\b(?:gia vang|gia xang|gia dat|gia heo|ty gia|usd|chung khoan|bitcoin|co phieu|xo so|mua ve so|trung so|lo de)\b|\b(?:nau|luoc|chien|kho|ca kho|lau) (?:an|mam|ca|ga|com|canh|pho)\b|\bcong thuc nau\b|\b(?:quan|nha hang|cho) (?:com|nhau|an|ca phe|cafe|bun|pho)\b|\b(?:chua|tri|dau|benh|thuoc) (?:benh|da day|dau dau|cam cum|ho|sot|rang)\b|\b(?:so do|so hong|quyen su dung dat|dang kiem|bang lai|ho chieu|ly hon|ket hon|giay khai sinh)\b|\b(?:csgt|canh sat giao thong|non bao hiem|phat nguoi|bhxh|bhyt|bao hiem xa hoi|bao hiem y te|that nghiep|thue thu nhap)\b|\b(?:phim|ca si|dien vien|nguoi yeu|tu vi|boi bai|cung hoang dao|du lich|ve may bay|khach san|game|karaoke)\b|\b(?:ke (?:chuyen|mot chuyen) cuoi|chuyen vui|hat mot bai)\b/,
  },
]

const english: readonly Rule[] = [
  {
    reason: 'instructions',
    pattern:
      /\bignore (?:\S+ ){0,3}?(?:instructions|rules|prompt)\b|\bsystem prompt\b|\bpretend (?:to be|you)\b|\byou are now\b|\bdeveloper mode\b/,
  },
  {
    reason: 'privacy',
    pattern:
      /\b(?:phone number|salary|address|registration|pledge|details|list) of (?:mr|mrs|ms|everyone|all|people|other)\b|\b(?:list|names) of (?:\S+ ){0,3}?(?:registered|registrations)\b/,
  },
  { reason: 'denunciation', pattern: /\b(?:denounce|report a corrupt|file a complaint|whistle)/ },
  {
    reason: 'other',
    pattern:
      /\b(?:weather|football|soccer|world cup|gold price|stock|bitcoin|recipe|cook|poem|joke|lottery|movie|python|javascript|translate|homework|essay)\b|\bwrite (?:a|an|me)\b/,
  },
]

/** Why a question is none of this campaign's, or undefined where no such sign shows. `words` are normalised. */
export function findOffTopic(words: readonly string[], language: 'vi' | 'en'): OffTopic | undefined {
  const sentence = words.join(' ')
  const rules = language === 'en' ? english : [...vietnamese, ...english.slice(0, 1)]
  return rules.find(({ pattern }) => pattern.test(sentence))?.reason
}
