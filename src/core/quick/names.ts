import { fold } from '../language/fold.ts'
import { givenNames } from '../language/registration-words.ts'
import { beginsLikeName } from '../people/surnames.ts'
import { remembered } from './remembered.ts'
import { gaps, type Token } from './tokens.ts'
import { wordsAt } from './words.ts'

export interface FoundName {
  readonly end: number
  /** How surely these words are the name of a person. */
  readonly score: number
}

// The family names of nine people in ten, as they are spelled: hardly any of them is another word as well.
const usualSurnames = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn trịnh đào phùng lương mai
  tô tạ hà lưu châu quách thạch tăng cao tôn kiều lâm vương nghiêm hứa tống diệp giang danh sơn mạc triệu thái lữ khưu tiêu`.split(
    /\s+/,
  ),
)
// Those of the others; in small letters only what is spelled so is one.
const rareSurnames = new Set(
  `ấu an âu bạch bành bàng bế biện cái cam cầm cát chế chiêm chí chu chung công cù cung dã dư doãn đàm đan đậu điền điêu đồng
  đường giàng giáp giả hàn hán hầu hình hồng hùng hoa kha khúc khuất khổng kim kông la lã lạc lại lãnh lầu liêu lò lỗ lục lương lường ma mã mẫn mẫu
  mông ngân nghị ngọc ngụy nhan nhâm nhữ ninh nông ông phí phó phù phương quảng quan quàng sầm sùng sử tất tề thân thẩm thi thiều thân
  tiết tòng tràn trang trà trần trầm tri trưng trừ từ tưởng tuấn ung uông ứng vàng vi viên vừ vương xa xuân y yên châu huỳnh`.split(
    /\s+/,
  ),
)
// Of two small words only these open a name by themselves: "cao nhất" is none.
const sureSurnames = new Set(
  'nguyễn trần lê phạm hoàng huỳnh võ bùi đỗ ngô đinh trương đoàn trịnh đào phùng nguyen tran pham hoang huynh bui ngo'.split(
    ' ',
  ),
)
const foldedUsual = new Set([...usualSurnames].map(fold))
const introducing = new Set(
  `ten la ong ba anh chi dongchi em toi tui minh e mk mik co chu bac cau thay ban sep a c cho giup gium dum ho chau che di duong mo ths ts ttv`.split(
    ' ',
  ),
)
// Before one word alone only these say that it is a name.
const calling = new Set(
  'ten ong ba anh chi che dongchi co chu bac di duong mo cau em e toi tui minh la va voi vs a c sep'.split(' '),
)
// No family name is any of them.
const callers = new Set('anh chi bac ban'.split(' '))
// No family name is spelled so.
const heads = new Set(['phòng', 'sở', 'tổ', 'đội'])
const longest = 7

/** The names of people that may begin at a token, with or without capitals and diacritics. */
export const namesAt = remembered((tokens, at): readonly FoundName[] => {
  if (beginsOtherwise(tokens, at) || heads.has(tokens[at]?.low ?? '')) return []
  const found: FoundName[] = []
  for (let end = at + 1; end <= Math.min(tokens.length, at + longest); end++) {
    const token = tokens[end - 1]
    if (!token || /\d/.test(token.fold) || token.fold === 'dongchi' || (end - 1 > at && token.gap !== gaps.space)) break
    if (!token.capital && !token.syllable && token.fold.length > 1 && !isForeign(tokens, at, end)) break
    const score = scoreOf(tokens, at, end)
    if (score > 0) found.push({ end, score })
  }
  return found
})

// "lý sóc khol", "lâm văn phel": a Khmer given name in small letters, after at least two words of a name.
function isForeign(tokens: readonly Token[], at: number, end: number): boolean {
  const word = tokens[end - 1]?.fold ?? ''
  return (
    end - at >= 3 && /^[b-df-hj-np-tv-xz]{1,3}[aeiouy]{1,2}[hklrs]$/.test(word) && wordsAt(tokens, end - 1).length === 0
  )
}

// "đăng ký thi đua" is not Đặng Kỳ Thi Đua, "phó chánh" no Mr Phó, and "Ông Lê Văn A" is Mr Lê.
function beginsOtherwise(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (isOng(tokens, at)) return false
  const title = ['ong', 'co', 'chu', 'thay'].includes(tokens[at]?.fold ?? '')
  if (title && next && next.gap === gaps.space && isUsual(next) && tokens[at + 2]?.gap === gaps.space) return true
  // "Ông Tám Huỳnh Văn Đấu": how the neighbours call him stands before his name.
  const third = tokens[at + 2]
  if (title && third && isUsual(third) && third.gap === gaps.space && hasMiddle(tokens, at + 2, at + 5)) return true
  return wordsAt(tokens, at).some(
    ({ end, roles }) =>
      roles.has('register') || (end - at > 1 && !hasMiddle(tokens, at, end + 1)) || roles.has('addressed'),
  )
}

/** "Ong Kim Sâm": in a name with diacritics Ong has none, and so is no "ông". */
function isOng(tokens: readonly Token[], at: number): boolean {
  const [first, ...rest] = tokens.slice(at, at + 3)
  return (
    first?.low === 'ong' &&
    first.capital &&
    rest.length === 2 &&
    rest.every((one) => one.capital) &&
    rest.some((one) => !one.plain)
  )
}

function scoreOf(tokens: readonly Token[], at: number, end: number): number {
  const name = tokens.slice(at, end)
  const [first] = name
  if (!first) return 0
  const size = name.length
  const middle = hasMiddle(tokens, at, end)
  const before = tokens[at - 1]
  // "Lâm Chí Công": what stands inside a name introduces none.
  const inside = before?.capital === true && before.gap === gaps.space && tokens[at - 2]?.capital === true
  const spelled = name.some((one) => !one.plain)
  // "Chau Kim Sêng", "Ho Nhu Y": a family name, where what follows is none; who writes diacritics has not left them out.
  const part =
    before?.capital === true &&
    (spelled ? !wordsAt(tokens, at - 1).some((one) => one.exact) : size > 1 && !isUsual(first) && isFamily(before))
  const introduced = before !== undefined && !inside && !part && first.gap <= gaps.colon && introducing.has(before.fold)
  const final = name.at(-1) ?? first
  const capital = name.every((one) => one.capital || isMiddle(one)) && first.capital && final.capital
  const surname = isUsual(first) ? 10 : isRare(first) && (first.capital || wordsAt(tokens, at).length === 0) ? 4 : 0
  const named = before?.fold === 'ten' || (before?.fold === 'la' && tokens[at - 2]?.fold === 'ten')
  const sure = capital && size >= 3 && surname > 0 && (named || isRowHead(tokens, at, end))
  // "Tám Huỳnh Văn Đấu": what people call him, and then his name.
  const second = tokens[at + 1]
  if (surname === 0 && second && isUsual(second) && hasMiddle(tokens, at + 1, end)) return 0
  // "Anh Sơn", "chi Lan": the first word says how he is called, whatever else it may be.
  if (size === 2 && callers.has(first.fold) && (first.gap >= gaps.comma || !before?.capital)) return 0
  const odd = sure ? 0 : oddWords(tokens, at, end)
  if (capital) {
    if (size === 1 && isListed(tokens, at)) return 9
    if (size === 1)
      return before && !inside && first.gap === gaps.space && calling.has(before.fold) && odd === 0 ? 9 : 0
    if (surname === 0 && odd > 0) return 0
    // "Ông Gia Bảo": a family name as well as a title.
    const alone = (first.low === 'ông' || isOng(tokens, at)) && size >= 3 ? 20 : 0
    return alone + 8 * size + (surname > 0 ? 10 : 2) + (middle ? 15 : 0) + (introduced ? 6 : 0) - 8 * odd
  }
  if (size === 1) return 0
  // "Căn cứ phát động": a sentence begins so; and no name ends with "văn".
  if (first.capital && surname < 10 && !introduced && name.slice(1).every((one) => !one.capital)) return 0
  if (size === 2 && isMiddle(final) && !final.capital) return 0
  const apart = first.gap >= gaps.bracket || introduced
  if (surname === 0 && (!named || calling.has(first.fold))) return 0
  if (size === 2 && !apart && !named && !sureSurnames.has(first.low)) return 0
  if (surname === 4 && !middle && !(apart && size >= 2) && !named) return 0
  const mixed = name.some((one) => one.capital) ? 10 : 0
  return (
    5 * Math.min(size, 4) +
    2 * Math.max(0, size - 4) +
    surname +
    (middle ? 15 : 0) +
    (introduced ? 6 : 0) -
    8 * odd -
    mixed
  )
}

/** A row of a list opens with it, and a sign follows: "3) La Văn Tra (CV): …". */
function isRowHead(tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[end]?.gap ?? 0
  return (tokens[at]?.gap ?? 0) >= gaps.semicolon && next >= gaps.bracket && next <= gaps.colon
}

/** One word in capitals between the signs of a list: "Hòa (LĐTT), Bình: CSTĐCS". */
function isListed(tokens: readonly Token[], at: number): boolean {
  const gap = tokens[at]?.gap ?? 0
  const next = tokens[at + 1]?.gap ?? 0
  const separated = gap >= gaps.comma && next >= gaps.hyphen && next <= gaps.colon && next !== gaps.comma
  return separated && !wordsAt(tokens, at).some((one) => !one.roles.has('soft'))
}

/** Words in it that are rather words of grammar; what follows "văn" or "thị" is a name whatever else it means. */
function oddWords(tokens: readonly Token[], at: number, end: number): number {
  let odd = 0
  const spelled = tokens.slice(at, end).some((one) => !one.plain)
  for (let index = at; index < end; index++) {
    const token = tokens[index]
    if (!token || (index > at && isMiddle(tokens[index - 1]))) continue
    // "Ong Vinh Loi": a family name as well as a title, and no other follows.
    const family = token.capital && end - at > 2 && isRare(token) && !isUsual(tokens[at + 1] ?? token)
    const usual = index === at && (isUsual(token) || family)
    const words = wordsAt(tokens, index).filter(
      (one) =>
        one.end <= end &&
        (one.exact || !spelled || !token.capital) &&
        !one.roles.has('soft') &&
        !(token.plain && one.roles.has('got')),
    )
    if (words.some((one) => one.end - index > 1) && !(index === at && hasMiddle(tokens, at, end))) odd += 2
    else if (!token.capital && words.some((one) => one.roles.has('self') || one.roles.has('register'))) odd += 2
    else if (words.length > 0 && !usual && !(token.plain && givenNames.has(token.fold)) && !isMiddle(token)) odd += 1
  }
  return odd
}

function hasMiddle(tokens: readonly Token[], at: number, end: number): boolean {
  return [at + 1, at + 2].some((index) => index < end - 1 && isMiddle(tokens[index])) && startsName(tokens[at])
}

function startsName(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || isRare(token) || isUsual(token))
}

function isMiddle(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.plain ? token.fold === 'van' || token.fold === 'thi' : /^(?:văn|thị)$/u.test(token.low))
  )
}

function isFamily(token: Token): boolean {
  return isUsual(token) || isRare(token)
}

function isRare(token: Token): boolean {
  return token.plain || token.capital
    ? beginsLikeName(token.fold) || rareSurnames.has(token.low)
    : rareSurnames.has(token.low)
}

function isUsual(token: Token): boolean {
  // "Ng. Văn Hùng"
  if (token.low === 'ng') return token.capital
  return token.plain ? foldedUsual.has(token.fold) : usualSurnames.has(token.low)
}
