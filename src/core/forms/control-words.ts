import { fold } from '../language/fold.ts'

/** What people type instead of pressing one of the ways on. What each leads to is for the step to say. */
export type Control =
  | 'back'
  | 'stop'
  | 'drop'
  | 'keep'
  | 'go-on'
  | 'done'
  | 'send'
  | 'agree'
  | 'none'
  | 'edit'
  | 'same'
  | 'clear'

const words: Readonly<Record<Control, readonly string[]>> = {
  back: ['quay lai', 'tro lai', 'lui lai', 'buoc truoc', 'back', 'go back'],
  stop: ['thoi', 'khoi', 'dung', 'dung lai', 'ngung', 'thoat', 'thoat ra', 'khong lam nua', 'stop', 'exit', 'quit'],
  drop: ['huy', 'huy bo', 'bo', 'bo di', 'xoa', 'khong giu', 'bo khong giu', 'cancel', 'discard'],
  keep: ['de sau', 'de lai', 'lam sau', 'de luc khac', 'luc khac', 'de lai lam sau', 'later', 'not now'],
  'go-on': ['tiep', 'tiep tuc', 'lam tiep', 'khong lam tiep', 'tiep tuc dang ky', 'go on', 'continue', 'resume'],
  done: ['xong', 'xong roi', 'ok', 'done'],
  send: ['gui', 'gui dang ky', 'nop', 'send', 'submit'],
  agree: ['dong y', 'xac nhan', 'dung roi', 'dung vay', 'chinh xac', 'co', 'u', 'uh', 'vang', 'phai', 'yes', 'correct'],
  none: [
    'khong',
    'khong co',
    'bo qua',
    'khong can',
    'khong can thiet',
    'khong can nut',
    'khong nut nao',
    'none',
    'no',
    'skip',
  ],
  same: ['giu nguyen', 'de nguyen', 'nhu cu', 'giu nhu cu', 'khong doi', 'khong sua', 'same', 'keep it', 'unchanged'],
  clear: ['de trong', 'bo trong', 'clear', 'empty'],
  edit: ['sua', 'sua lai', 'sai', 'sai roi', 'nham', 'nham roi', 'edit', 'change', 'wrong'],
}
const controls = new Map(
  Object.entries(words).flatMap(([control, said]) => said.map((one) => [one, control as Control])),
)

// "Thôi khỏi", "ok gửi luôn", "dừng lại đi ạ": what stands around the word for courtesy's sake.
const courtesy =
  /^(?:(?:thoi|toi|em|da|xin phep|cho|muon|ok|u) )+|(?: (?:di|a|nhe|nha|voi|giup|luon|nua|het|em|anh|chi|bot))+$/g

/** The control that these words are, and nothing else. */
export function readControl(typed: string): Control | undefined {
  const said = fold(typed)
  // "Đúng" and "dừng" fold to the same letters, and mean the opposite.
  if (said === 'dung' && typed.normalize('NFC').toLowerCase().includes('đúng')) return 'agree'
  return controls.get(said) ?? controls.get(withoutCourtesy(typed))
}

/** Whether the words, typed without accents, are both "đúng" and "dừng". */
export function isRightOrStop(typed: string): boolean {
  return typed.trim().toLowerCase() === 'dung'
}

/** The folded words that carry the meaning: "rut" of "ừ rút đi". */
export function withoutCourtesy(typed: string): string {
  return fold(typed).replace(courtesy, '')
}
