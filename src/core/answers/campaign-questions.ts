import type { Campaign, Milestone, Phase } from '../campaign/campaign.ts'
import type { Mentions } from './mentions.ts'

/** What a question wants to know of the campaign's calendar, which only the clock can answer. */
export type CampaignQuestion =
  | { readonly about: 'days-left'; readonly target: Target; readonly to: 'start' | 'close'; readonly weeks: boolean }
  | { readonly about: 'days-since'; readonly target: Target }
  | { readonly about: 'phase-now' }
  | { readonly about: 'is-over'; readonly target: Target }
  | { readonly about: 'has-started'; readonly target: Target }
  | { readonly about: 'length'; readonly target: Target }
  | { readonly about: 'weekday'; readonly date: WrittenDate | undefined; readonly target: Target }
  | { readonly about: 'today' }
  | { readonly about: 'at-close'; readonly phases: readonly Phase[] }
  /** `missing` is the number of a phase that was asked for and is none. */
  | { readonly about: 'all-phases'; readonly missing?: number }
  | { readonly about: 'dates'; readonly target: Target; readonly part: 'start' | 'close' | 'both' }
  | { readonly about: 'next-milestone' }

export type Target = Phase | Milestone | 'campaign'
export interface WrittenDate {
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

const count = '(?:bao nhieu|may)'
const unit = '(?:ngay|tuan|thang)'
const over = '(?:ket thuc|het han|het|xong|dong|be mac|khep lai|qua|ngung)'

// A question of the calendar must say nothing else: these are the words that it may hold besides names and figures.
// Folded, half of a phrase is another word (phòng, đại hội), so these count only as a whole.
const allowedPhrases =
  /\b(?:phong trao|thi dua|(?:xin|cho|hoi) (?:hoi|thu)|keo dai|dai (?=bao|may|tong|khoang)|quan tri|ky niem|chao mung|dien ra|tong cong|lien tuc|le ky niem|bao nhieu|bao lau|giai doan|chu nhat|dong chi|chinh thuc|van ban|thong tin)\b/g
const allowed = new Set(
  `a ah oi nhe nhi vay the roi thi ma la cung luon di cho xin em anh chi toi minh bot biet duoc nao gi sao khong chua
  hay va cua ve o tai trong vao tu den toi nay kia do day cai nhung cac mot moi nguoi de nghi cung cap giup lam can
  phai da dang con nua rot cuoc ro ta khi ngay thang nam tuan may gio hom bay mai hien phut luc thoi gian diem moc han
  chot cuoi dau bat ket thuc het xong qua sang dong khep lai be mac ngung chay thuc tinh tat ca thay cu dung chinh xac
  theo ke hoach ghi dot chuong trinh nganh tinh toan khoi dong mo nham thu tiep sap ha hen ho nghe u uh voi ban co noi
  nhu lan nghi nguon chung ghe hoat lich xac dinh chi tiet bua so khoang dam ay them tien hanh viec cong trien khai
  chia tung gom kip som muon cham nhat §p §m §n so ket hay tong sau khac day du`.split(/\s+/),
)
const allowedEnglish = new Set(
  `the is are was were a an of to in on for and or do does did it its i you we they this that please can could would
  tell me about there what which who when how be been has have had with by from at as movement campaign emulation
  program programme phase phases start starts started begin begins began end ends ended close closes closed closing
  finish finished over still running going open yet already officially many much days day weeks week left remaining
  remain until till now today current currently date dates last long time period deadline final due take place run
  next milestone our my your will sector anniversary happen happens done must should after before §p §m §n s
  happening far re so first second where along exactly`.split(/\s+/),
)

/** The calendar question that these words ask, or undefined where they ask anything else. */
export function readCampaignQuestion(found: Mentions, language: 'vi' | 'en'): CampaignQuestion | undefined {
  return language === 'en' ? readEnglish(found) : readVietnamese(found)
}

function readVietnamese(found: Mentions): CampaignQuestion | undefined {
  const s = found.sentence
  const target = targetOf(found)
  const missing = phaseThatIsNone(s)
  if (missing !== undefined) return { about: 'all-phases', missing }
  const left = new RegExp(`\\bcon (?:lai )?(?:khoang |dung )?(${count} ${unit}|bao lau)\\b(.*)$`).exec(s)
  if (left && isAboutTheCalendar(s.slice(0, left.index), left[2] ?? ''))
    return {
      about: 'days-left',
      target,
      to: leadsToStart(left[2] ?? '') ? 'start' : 'close',
      weeks: /tuan/.test(left[1] ?? ''),
    }
  const date = writtenDate(found.plain)
  if (date && /\b(?:thu may|thu nao|ngay thu may)\b/.test(s)) return { about: 'weekday', date, target }
  if (!onlyAllowed(s, allowed) || !isOfTheCampaign(found)) return undefined
  // The calendar has days; what is said of hours stands in the campaign file.
  if (/\b(?:may gio|gio nao)\b/.test(s)) return undefined

  if (/^(?:cho hoi )?(?:hom )?nay (?:la )?(?:ngay nao|ngay bao nhieu|thu may|ngay gi)|^hom nay$/.test(s))
    return { about: 'today' }
  if (/\b(?:thu may|thu nao)\b/.test(s) && !/hom nay/.test(s)) return readWeekday(s, target)
  if (
    new RegExp(`\\b${over} (?:duoc |da )?(?:duoc )?${count} ${unit}|\\bqua ${count} ${unit}`).test(s) &&
    !/\bcon\b/.test(s)
  )
    return { about: 'days-since', target }
  if (asksPhaseNow(s)) return { about: 'phase-now' }
  if (/\b(?:bat dau|khoi dong|mo|dien ra) (?:hay )?(?:chua|roi)\b|\bda bat dau\b|\bchua bat dau\b/.test(s))
    return { about: 'has-started', target }
  if (asksWhatAtClose(s)) return { about: 'at-close', phases: found.phases }
  if (asksIfOver(s)) return { about: 'is-over', target }
  return readDates(found, target)
}

// "Đợt 3 khi nào": the phases that there are were marked by their names before, so this one is none of them.
function phaseThatIsNone(sentence: string): number | undefined {
  const [, number] = /\b(?:dot|phase) ([1-9]\d?)\b(?! (?:ngay|thang|tuan|nam|days|weeks|months))/.exec(sentence) ?? []
  return number === undefined ? undefined : Number(number)
}

// "Mai thứ mấy" asks of a day that is none of the campaign's.
function readWeekday(s: string, target: Target): CampaignQuestion | undefined {
  if (/\b(?:bat dau|khoi dong)\b/.test(s)) return { about: 'dates', target, part: 'start' }
  const named = /§[pm]|\b(?:phong trao|thi dua)\b/.test(s) || new RegExp(`\\b${over}\\b|\\bcuoi\\b`).test(s)
  return named ? { about: 'weekday', date: undefined, target } : undefined
}

function readDates(found: Mentions, target: Target): CampaignQuestion | undefined {
  const s = found.sentence
  if (
    /\b(?:keo dai|dien ra|dai|tat ca|tong cong|gom|co) .*(?:bao nhieu|may) (?:ngay|thang|tuan)\b|\bbao lau\b|\b(?:bao nhieu|may) ngay\b/.test(
      s,
    )
  )
    return { about: 'length', target }
  if (/\b(?:so ket|tong ket)\b/.test(s)) return undefined
  if (/\b(?:may|bao nhieu|cac|tung|nhung|moi) (?:dot|giai doan)\b|\bchia (?:thanh |lam )?/.test(s))
    return { about: 'all-phases' }
  if (/\b(?:moc|su kien|viec) (?:tiep theo|sap toi|ke tiep|gan nhat)\b/.test(s)) return { about: 'next-milestone' }
  if (
    !/\b(?:khi nao|ngay nao|thang nao|nam nao|thoi gian|thoi diem|thoi han|moc|ngay bat dau|ngay ket thuc|han chot|het han|khi nao|han|ngay cuoi|ngay dau|lich|tu ngay|ngay gi|ngay thang)\b/.test(
      s,
    )
  )
    return undefined
  if (typeof target !== 'string' && 'date' in target) return undefined
  const start = /\b(?:bat dau|khoi dong|tu (?:khi nao|ngay nao)|ngay dau|mo)\b/.test(s)
  const close = /\b(?:ket thuc|het|han|dong|chot|cuoi|be mac|xong|khep|(?:den|toi) (?:khi nao|ngay nao))\b/.test(s)
  return { about: 'dates', target, part: start === close ? 'both' : start ? 'start' : 'close' }
}

// "Ngành có từ khi nào" is about the sector: its name belongs to the campaign only beside a word for the campaign.
function isOfTheCampaign({ sentence }: Mentions): boolean {
  // Each of their halves is a word of time (đang, kỷ niệm, kết thúc, qua), the pair is not.
  if (/\b(?:dang ky|ket qua)\b/.test(sentence)) return false
  if (/§[pma]|\b(?:phong trao|thi dua|dot|chuong trinh|movement|campaign|emulation|phases?)\b/.test(sentence))
    return true
  return !/§n|\b(?:nganh|tinh|sector|anniversary|so ket|tong ket)\b/.test(sentence)
}

function asksPhaseNow(s: string): boolean {
  return (
    /\b(?:dang|hien|gio|bay gio|hom nay|nay|minh|hien tai)\b.*\bdot (?:may|nao)\b|\bdot (?:hien tai|hien nay|bay gio)\b|^(?:o |dang )?dot (?:may|nao)(?: \S+){0,2}$/.test(
      s,
    ) ||
    /\b(?:qua|sang|toi|den|vao|buoc sang) §p (?:hay )?chua\b|\bcon (?:nam )?(?:trong|o|thuoc|la)? ?§p\b(?! (?:khi|ngay))|§p hay §p/.test(
      s,
    )
  )
}

function asksIfOver(s: string): boolean {
  if (/\b(?:khi|ngay|thang) nao\b/.test(s)) return false
  return (
    new RegExp(`\\b${over}(?: han| §p)? (?:hay )?(?:chua|roi|luon chua)\\b|\\bda ${over}\\b`).test(s) ||
    /(?:^| )(?:phong trao|§p)(?: thi dua)?(?: nay)? (?:van )?con (?:nua )?khong\b/.test(s) ||
    /\bcon (?:dang )?(?:chay|han|dien ra|hoat dong|mo|thoi han|thoi gian|kip)\b|\bhay (?:da )?het\b/.test(s) ||
    /\b(?:mai|hom nay|tuan nay) (?:la )?(?:het|ket thuc|ngay (?:cuoi|chot)|han chot|han cuoi|dong)\b|\bngay (?:cuoi|chot)\b.*\b(?:phai khong|dung khong|a)\b/.test(
      s,
    )
  )
}

function asksWhatAtClose(s: string): boolean {
  return /\b(?:het|ket thuc|(?<!phat )dong|xong|khep lai|cuoi|sau) (?:khi )?.*(?:lam gi|viec gi|lam nhung gi|lam sao|tien hanh gi|gi nua|nhung gi|co gi|so ket hay tong ket)/.test(
    s,
  )
}

// What stands before "còn mấy ngày" may ramble; it must not name another deadline.
function isAboutTheCalendar(before: string, after: string): boolean {
  const other =
    /\b(?:nop|ho so|dang ky|giao luu|van nghe|the thao|hoi nghi|cuoc thi|giai|nghi phep|phep|luong|tet|sinh nhat|so ket|tong ket)\b/
  const clause = after.split(/ (?:de|cho|ma) /)[0] ?? ''
  return !other.test(before) && onlyAllowed(clause, allowed)
}

function leadsToStart(after: string): boolean {
  return /\b(?:toi|den|bat dau|vao|sang|mo)\b/.test(after) && !new RegExp(`\\b${over}\\b|§m`).test(after)
}

function readEnglish(found: Mentions): CampaignQuestion | undefined {
  const s = found.sentence
  const target = targetOf(found)
  const missing = phaseThatIsNone(s)
  if (missing !== undefined) return { about: 'all-phases', missing }
  if (!onlyAllowed(s, allowedEnglish) || !isOfTheCampaign(found)) return undefined
  if (/\bwhat time\b/.test(s)) return undefined
  if (/^(?:what|which) (?:day|date) .*\btoday$|\btoday s date\b|^what is today$/.test(s)) return { about: 'today' }
  if (
    /\b(?:how many|number of) (?:days|weeks)\b.*\b(?:left|remain\w*|until|till|before|to go)\b|\b(?:days|weeks) (?:left|remaining)\b|\bhow (?:long|much time)\b.*\b(?:left|until|till|remain\w*)\b/.test(
      s,
    )
  )
    return {
      about: 'days-left',
      target,
      to: /\b(?:until|till|before) .*(?:start|begin)/.test(s) ? 'start' : 'close',
      weeks: /week/.test(s),
    }
  if (/\bhow many days\b.*\b(?:since|ago|over|ended)\b/.test(s)) return { about: 'days-since', target }
  if (/\b(?:which|what|current) phase\b|\bphase are we\b/.test(s)) return { about: 'phase-now' }
  if (
    /\b(?:has|have|did)\b.*\b(?:start|started|begin|begun)\b.*\b(?:yet|already)\b|^(?:has|have) .*\b(?:started|begun)\b/.test(
      s,
    )
  )
    return { about: 'has-started', target }
  if (
    /\b(?:still (?:running|going|open|on)|is .*over|(?:has|have) .*(?:ended|finished|closed)|already (?:over|ended|closed))\b/.test(
      s,
    )
  )
    return { about: 'is-over', target }
  if (/\bhow long\b|\bhow many days\b/.test(s)) return { about: 'length', target }
  if (/\bhow many phases\b|\bphases\b/.test(s)) return { about: 'all-phases' }
  if (/\b(?:what|which)\b.*\b(?:happen\w*|done|must|should|do)\b.*\b(?:clos\w+|ends?|over|after)\b/.test(s))
    return { about: 'at-close', phases: found.phases }
  if (/\bnext milestone\b/.test(s)) return { about: 'next-milestone' }
  if (!/\b(?:when|date|dates|deadline|period|time)\b/.test(s)) return undefined
  if (typeof target !== 'string' && 'date' in target) return undefined
  const start = /\b(?:start|starts|started|begin|begins|began)\b/.test(s)
  const close = /\b(?:end|ends|ended|close|closes|closed|closing|finish|finished|deadline|over|last|due)\b/.test(s)
  return { about: 'dates', target, part: start === close ? 'both' : start ? 'start' : 'close' }
}

function targetOf({ phases, milestones }: Mentions): Target {
  return phases.at(-1) ?? milestones[0] ?? 'campaign'
}

function onlyAllowed(sentence: string, words: ReadonlySet<string>): boolean {
  return sentence
    .replace(allowedPhrases, ' ')
    .split(' ')
    .every((word) => word === '' || words.has(word))
}

function writtenDate(sentence: string): WrittenDate | undefined {
  const match = /\b(?:ngay |mung )?(\d{1,2}) (?:thang )?(\d{1,2})(?: (?:nam )?(\d{4}))?\b/.exec(sentence)
  if (!match) return undefined
  const [day, month, year] = [Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : undefined]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { day, month, year } : undefined
}

/** The question behind an id under which menus offer what the calendar answers. */
export function builtIn(id: string, campaign: Campaign): CampaignQuestion | undefined {
  const phase = campaign.phases.find((one) => `dates-${one.id}` === id)
  if (phase) return { about: 'dates', target: phase, part: 'both' }
  switch (id) {
    case 'days-left':
      return { about: 'days-left', target: 'campaign', to: 'close', weeks: false }
    case 'phase-now':
    case 'all-phases':
    case 'today':
    case 'next-milestone':
      return { about: id }
    case 'is-over':
    case 'has-started':
    case 'length':
      return { about: id, target: 'campaign' }
    case 'campaign-dates':
      return { about: 'dates', target: 'campaign', part: 'both' }
    case 'at-close':
      return { about: 'at-close', phases: campaign.phases }
    default:
      return undefined
  }
}
