import { fold } from '../language/fold.ts'

/** The usual audiences, as they are offered. */
export type UsualAudience = 'people' | 'both' | 'groups' | 'without' | 'with'

// What may stand around an audience and says nothing about it.
const fillers =
  /\b(?:gui|cho|toi|den|tin|nay|thi|la|a|ah|da|nhe|nha|giup|em|minh|voi|di|xin|chi|only|thoi|the|to|send|please|dong chi)\b/g

const all = '(?:tat ca|toan bo|toan the|het)'
const many = '(?:cac|nhung|moi|tat ca|tat ca cac|toan bo|toan bo cac|all)'
const people = `(?:(?:${all} )?(?:moi nguoi|mn|mng)(?: nhan rieng)?|${all}|everyone|everybody|all)`
const groups = `(?:(?:${many} )?(?:nhom|groups?))`
const both = '(?:va ca|va|cung|lan|ca|and|plus)'
const who = `(?:(?:${many} )?(?:nguoi|moi nguoi|nhung ai|ai|those|people|who)(?: who)? )?`
// "Đã đăng ký" is one word by then: "dạ" before it folds to the same letters and is courtesy.
const registered = `${who}(?:dangky|registered)`
const unregistered = `${who}(?:chua(?: co| nop| gui)? dang ky|not registered|not yet registered|unregistered)`
const but = `(?:(?:${people} )?(?:ngoai tru|loai tru|tru|ngoai|khong phai|except(?: for)?|but not|not))`

const rules: readonly [RegExp, UsualAudience][] = [
  [new RegExp(`^${people}$`), 'people'],
  [new RegExp(`^${groups}$`), 'groups'],
  [new RegExp(`^(?:ca )?(?:${people} (?:${both} )?${groups}|${groups} ${both} ${people})$`), 'both'],
  [new RegExp(`^(?:${unregistered}|${but} ${registered})$`), 'without'],
  [new RegExp(`^(?:${registered}|${but} ${unregistered})$`), 'with'],
]

/**
 * Whom these words mean, with or without diacritics. Every word counts: "trừ người đã đăng ký" is the others, and where
 * a word is left over ("tất cả cán bộ") it is undefined, so that nobody is added or left out by what was not understood.
 */
export function readAudience(typed: string, phase: string): UsualAudience | undefined {
  const said = fold(typed)
    .replace(new RegExp(` ${fold(phase)}$`), '')
    .replace(/\bda (?:nop |gui |co )?(?:ban )?dang ky\b/g, 'dangky')
    .replace(fillers, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return rules.find(([rule]) => rule.test(said))?.[1]
}
