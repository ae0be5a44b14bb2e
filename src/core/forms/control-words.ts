import { fold } from '../language/fold.ts'

/** What people type instead of pressing one of the ways on. The same words mean the same at every step. */
export type Control = 'back' | 'stop' | 'keep' | 'go-on' | 'done' | 'agree' | 'none' | 'edit'

const words: Readonly<Record<Control, readonly string[]>> = {
  back: ['quay lai', 'tro lai', 'lui lai', 'buoc truoc', 'back', 'go back'],
  stop: [
    ...[
      'huy',
      'huy bo',
      'thoi',
      'khoi',
      'dung',
      'dung lai',
      'ngung',
      'bo',
      'bo di',
      'thoat',
      'thoat ra',
      'khong lam nua',
    ],
    ...['cancel', 'stop', 'exit', 'quit'],
  ],
  keep: ['de sau', 'lam sau', 'de luc khac', 'luc khac', 'later', 'not now'],
  'go-on': ['tiep', 'tiep tuc', 'lam tiep', 'tiep tuc dang ky', 'go on', 'continue', 'resume'],
  done: ['xong', 'xong roi', 'gui', 'ok', 'send', 'done'],
  agree: ['dong y', 'xac nhan', 'dung roi', 'dung vay', 'chinh xac', 'yes', 'correct'],
  none: ['khong', 'khong co', 'bo qua', 'none', 'no', 'skip'],
  edit: ['sua', 'sua lai', 'sai', 'sai roi', 'nham', 'nham roi', 'edit', 'change', 'wrong'],
}
const controls = new Map(
  Object.entries(words).flatMap(([control, said]) => said.map((one) => [one, control as Control])),
)

// "Thôi khỏi", "dừng lại đi ạ": what stands around the word for courtesy's sake.
const courtesy = /^(?:(?:thoi|toi|em|da|xin phep|cho|muon) )+|(?: (?:di|a|nhe|nha|voi|giup|luon|nua|em|anh|chi|bot))+$/g

/** The control that these words are, and nothing else. */
export function readControl(typed: string): Control | undefined {
  const said = fold(typed)
  // "Đúng" and "dừng" fold to the same letters, and mean the opposite.
  if (said === 'dung' && typed.normalize('NFC').toLowerCase().includes('đúng')) return 'agree'
  return controls.get(said) ?? controls.get(said.replace(courtesy, ''))
}
