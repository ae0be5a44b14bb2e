import { detectLanguage } from '../language/detect-language.ts'
import { fold } from '../language/fold.ts'
import { gaps, type Token } from './tokens.ts'

// What an English registration is built with, in the words in which the rest of the reading is done.
const meanings = `register me|register us|register|sign me up|sign up|put me down|enrol|enroll|nominate = đăng ký
  i am|i'm|im|my name is|this is = em là
  i|me|myself = em
  my unit|our unit|my division|our division|our office = đơn vị em
  we|us = chúng em
  for|on behalf of = cho
  would like to|would like|i'd like to|i'd like|want to|want|wish to|wish|plan to = muốn
  please|pls|plz|kindly = xin
  and|plus|along with|as well as = và
  or = hoặc
  but = nhưng
  only|just = chỉ
  not|don't|do not|didn't|did not|never|won't|will not|no = không
  instead of = thay vì
  last year|already|received|previously|was awarded = năm ngoái
  this year = năm nay
  next year|later = năm sau
  except = trừ
  both|all of them = đều
  respectively = lần lượt
  i mean|correction = nhầm
  withdraw|cancel|remove|delete|change = rút
  how|what|when|who|where|why|which|can i|may i|do i|does|did|is|are|should i = làm sao
  could you|can you|would you|will you = nhờ
  of = của
  from|in|at|work|works|working|the|a|an|to|with|title|thanks|thank you|hello|hi|dear|my|name|unit|award|team|mr|mrs|ms|miss|on|be|s = là`

const phrases = meanings.split('\n').flatMap((line) => {
  const [english = '', vietnamese = ''] = line.split(' = ')
  return english.split('|').map((one) => ({ english: one.trim().split(' '), vietnamese: vietnamese.split(' ') }))
})
const grammar = new Set(phrases.flatMap(({ english, vietnamese }) => (vietnamese[0] === 'là' ? [] : english)))

/** The words of an English message with its grammar in Vietnamese; names, units and awards stay as they are. */
export function withoutEnglish(tokens: readonly Token[], text: string): readonly Token[] {
  return isEnglish(tokens, text) ? tokens.flatMap(translated(tokens)) : tokens
}

/** A short registration is mostly names; two words that cannot be Vietnamese tell enough. */
function isEnglish(tokens: readonly Token[], text: string): boolean {
  const foreign = tokens.filter(({ low, syllable }) => !syllable && grammar.has(low))
  return foreign.length > 1 || (foreign.length > 0 && detectLanguage(text, 'vi') === 'en')
}

function translated(tokens: readonly Token[]) {
  let until = 0
  return (token: Token, at: number): readonly Token[] => {
    if (at < until) return []
    const found = phrases
      .filter(({ english }) => english.every((word, offset) => tokens[at + offset]?.low === word))
      .sort((one, other) => other.english.length - one.english.length)[0]
    if (!found) return [token]
    until = at + found.english.length
    const { start, end, asked } = { ...token, ...tokens[until - 1], start: token.start }
    return found.vietnamese.map((low, index) => ({
      low,
      fold: fold(low),
      plain: false,
      syllable: true,
      capital: false,
      gap: index === 0 ? token.gap : gaps.space,
      asked,
      start,
      end,
    }))
  }
}
