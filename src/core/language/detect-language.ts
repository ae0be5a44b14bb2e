import type { Locale } from '../campaign/campaign.ts'
import { abbreviations } from './abbreviations.ts'
import { fold } from './fold.ts'
import { undoKeystrokes } from './keystrokes.ts'
import { isSyllable } from './syllable.ts'

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

// What only an English sentence is built with. Loan words ("data", "deadline", "ok", "start") stand in no list: a
// Vietnamese sentence holds them just as well, so they count as English only beside words that are.
const grammar = wordsOf(
  `is are was were what when where why which who whom whose how does did could should would will shall has have had your
  our their this that these those there of for from with without about into and or not if you they she him her`,
)
const content = wordsOf(
  `want need like register sign tell give write translate campaign movement started begin end ends ended close
  closes closed phase theme title award titles awards left many much day days change join submit story still running
  over yet official officially good morning thank registration pledge withdraw cancel show delete sending reminder reminders
  today tomorrow please speak english vietnamese pledges dates prize prizes registered`,
)
// English, but folded or mistyped Vietnamese too (thế, ít, cần, dât): they go with the rest of the sentence.
const shared = wordsOf('the a i an in on to do so no me my we he be can it am them then at by us go im up hi data')
const vietnameseLetter = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu

/**
 * The language of the text as typed. `otherwise`, the person's own, decides where it does not show: a number, a
 * sticker, "ok", "hello", a word or two that both languages have.
 */
export function detectLanguage(text: string, otherwise: Locale): Locale {
  const shown = text.slice(0, 600).normalize('NFC')
  const accented = vietnameseLetter.test(shown)
  const words = fold(shown)
    .split(' ')
    .filter((word) => /^[a-z]+$/.test(word))
  if (words.length === 0) return accented ? 'vi' : otherwise
  const count = (test: (word: string) => boolean) => words.filter(test).length
  const built = count((word) => grammar.has(word))
  const english = built + count((word) => content.has(word))
  const either = count((word) => shared.has(word))
  // "What is chiến sĩ thi đua": an English sentence may be about a Vietnamese name.
  if (built >= 2 && english >= words.length / 5) return 'en'
  if (accented) return english > 0 && (english + either) / words.length > 0.6 ? 'en' : 'vi'

  const other = words.filter((word) => !grammar.has(word) && !content.has(word) && !shared.has(word))
  const syllables = other.filter((word) => isSyllable(word) || abbreviations.has(word)).length
  if (syllables === 0 && words.length > 3 && either > 0) return 'en'
  if (english > 0) return syllables < words.length / 5 || syllables < english ? 'en' : 'vi'
  // One syllable is too little: "he", "an" and "long" are words of both.
  const vietnamese = other.filter((word) => abbreviations.has(word) || isSyllable(undoKeystrokes(word))).length
  return vietnamese + either > 1 && vietnamese >= words.length / 2 ? 'vi' : otherwise
}
