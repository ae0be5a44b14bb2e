import { abbreviations } from './abbreviations.ts'

// What may be short for several things; the name of the award or unit around it decides. Folded.
const several: Readonly<Record<string, string>> = {
  tt: 'tap the|tien tien|thanh tra|thu tuong',
  ttr: 'thanh tra',
  ttra: 'thanh tra',
  tth: 'thanh tra huyen',
  tts: 'thanh tra so',
  ld: 'lao dong',
  ldong: 'lao dong',
  ldxs: 'lao dong xuat sac',
  ttld: 'tap the lao dong',
  xs: 'xuat sac',
  xsac: 'xuat sac',
  cs: 'co so',
  cstd: 'chien si thi dua',
  csthidua: 'chien si thi dua',
  cstdua: 'chien si thi dua',
  csi: 'chien si',
  td: 'thi dua',
  tdua: 'thi dua',
  thidua: 'thi dua',
  t: 'tinh',
  tq: 'toan quoc',
  cp: 'chinh phu',
  ct: 'chu tich',
  ub: 'uy ban nhan dan',
  ubt: 'uy ban nhan dan tinh',
  hc: 'huan chuong',
  hcld: 'huan chuong lao dong',
  bkhen: 'bang khen',
  gkhen: 'giay khen',
  p: 'phong',
  pg: 'phong',
  ph: 'phong',
  pnv: 'phong nghiep vu',
  nv: 'nghiep vu',
  nvu: 'nghiep vu',
  vp: 'van phong',
  vphong: 'van phong',
  h: 'huyen',
  s: 'so',
  sy: 'si',
  ki: 'ky',
  mot: '1',
  hai: '2',
  nhi: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
}

/** What a folded word may be short for or another spelling of, each as its words; without the word itself. */
export function longForms(word: string): readonly (readonly string[])[] {
  return forms.get(word) ?? []
}

const forms = new Map<string, string[][]>()
for (const [word, meant] of abbreviations) forms.set(word, [meant.split(' ')])
for (const [word, meant] of Object.entries(several))
  forms.set(
    word,
    meant.split('|').map((one) => one.split(' ')),
  )

/** Words inside a name of an award that people add or leave out. */
export const looseWords: ReadonlySet<string> = new Set(['cua', 'cap', 'hang', 'loai'])

/** Words that open the name of a unit or an agency. */
export interface UnitHead {
  readonly spelled: string
  /** Plainly a unit without diacritics too: "so" and "to" are many words. */
  readonly plain: boolean
  /** A kind of unit of its own: "Ban Tiếp dân" is no "Phòng Tiếp dân". */
  readonly foreign: boolean
}

const spelledHeads = 'phòng ban|phòng|p|thanh tra sở|thanh tra huyện|thanh tra thành phố|thanh tra tp|thanh tra ngành'
const accentedHeads = 'văn phòng|sở|huyện|xã|tổ|đội|tt sở|tt huyện|ttr sở|ttr huyện'
const foreignHeads = 'ban|trung tâm|chi cục|cục'

export const unitHeads: readonly UnitHead[] = [
  ...spelledHeads.split('|').map((spelled) => ({ spelled, plain: true, foreign: false })),
  ...accentedHeads.split('|').map((spelled) => ({ spelled, plain: false, foreign: false })),
  ...foreignHeads.split('|').map((spelled) => ({ spelled, plain: spelled !== 'cục', foreign: true })),
]

/** Folded: what opens the names of so many units that alone it names none of them, not even in doubt. */
export const bareHeads: ReadonlySet<string> = new Set(['thanh tra', 'van phong', 'phong ban'])

/** Short for so many things, an award or none, that only the person can say what was meant. */
export const unclearAwards: readonly string[] = ['sk', 'skkn']
