import { rosterHeadings } from './columns.ts'
import type { Headings } from './table.ts'

export type PledgeColumn =
  | 'name'
  | 'family'
  | 'unit'
  | 'subject'
  | 'position'
  | 'titles'
  | 'commendations'
  | 'topic'
  | 'targets'
  | 'notes'

const past = /\b(da|truoc|hien|duoc)\b/

/** How lists of pledges head their columns. What somebody was given in other years is none of it. */
export const pledgeHeadings: Headings<PledgeColumn> = {
  titles: {
    names: [
      'danh hieu dang ky',
      'dang ky danh hieu thi dua',
      'dang ky danh hieu',
      'noi dung dang ky',
      'danh hieu thi dua dang ky',
      'danh hieu thi dua',
      'danh hieu',
      'dang ky',
      'titles',
      'award titles',
    ],
    never: past,
  },
  commendations: {
    names: [
      'hinh thuc khen thuong dang ky',
      'dang ky hinh thuc khen thuong',
      'hinh thuc khen thuong',
      'hinh thuc khen',
      'de nghi khen thuong',
      'khen thuong',
      'commendations',
      'commendation',
    ],
    never: past,
  },
  name: { names: ['ten ca nhan tap the', 'ca nhan tap the', 'ten tap the', ...rosterHeadings.name.names] },
  family: rosterHeadings.family,
  unit: { names: rosterHeadings.unit.names },
  subject: { names: ['doi tuong', 'loai', 'subject'] },
  position: { names: ['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'position', 'title'] },
  topic: {
    names: [
      'sang kien de tai',
      'ten sang kien de tai',
      'de tai sang kien',
      'ten sang kien',
      'sang kien',
      'de tai',
      'topic',
    ],
  },
  targets: { names: ['chi tieu', 'chi tieu phan dau', 'noi dung phan dau', 'targets'] },
  notes: { names: ['ghi chu', 'notes', 'note'] },
}
