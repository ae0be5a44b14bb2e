import type { Locale } from '../campaign/campaign.ts'
import { fold } from './fold.ts'
import { isSyllable } from './syllable.ts'

// Words that are English and neither a Vietnamese syllable nor an abbreviation of the trade.
const english = new Set(
  `the is are was were what when where why which who how does did can could should would will shall have has had my
  your our their this that these those there of for from with without about into please and or not if i i'd id im it
  its they you we he she want need like register sign up stop show tell give me write translate campaign movement
  start started begin end ends ended close closes closed phase title award titles awards days left many much day
  deadline date reminder reminders delete data help hello hi thanks thank you registration pledge withdraw cancel
  change join event story submit still running over yet officially official hey good morning goodbye bye`.split(/\s+/),
)
const vietnameseLetter = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu

/** The language of the text as typed; `otherwise` where it does not show (a number, a sticker, "ok"). */
export function detectLanguage(text: string, otherwise: Locale): Locale {
  const shown = text.slice(0, 600).normalize('NFC')
  const words = fold(shown).split(' ').filter(Boolean)
  const telling = words.filter((word) => /^[a-z]+$/.test(word))
  if (telling.length === 0) return vietnameseLetter.test(shown) ? 'vi' : otherwise
  const inEnglish = telling.filter((word) => english.has(word)).length
  const foreign = telling.filter((word) => !english.has(word) && !isSyllable(word)).length
  if (vietnameseLetter.test(shown)) return inEnglish / telling.length > 0.6 ? 'en' : 'vi'
  if (inEnglish === 0) return 'vi'
  return (inEnglish + foreign) / telling.length > 0.6 && inEnglish / telling.length >= 0.3 ? 'en' : 'vi'
}
