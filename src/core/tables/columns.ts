import type { Headings } from './table.ts'

export type RosterColumn = 'name' | 'unit' | 'code' | 'position' | 'phone' | 'family'

/** How the lists of agencies head their columns. A name may stand in two: "Họ và tên đệm", "Tên". */
export const rosterHeadings: Headings<RosterColumn> = {
  name: {
    names: ['ho va ten', 'ho ten', 'ho va ten can bo', 'ho ten can bo', 'can bo', 'full name', 'name', 'ten'],
    required: true,
  },
  unit: {
    names: [
      'don vi',
      'ma don vi',
      'don vi cong tac',
      'phong',
      'phong ban',
      'phong don vi',
      'bo phan',
      'unit',
      'unit code',
      'department',
      'ten don vi',
    ],
    required: true,
  },
  family: { names: ['ho va ten dem', 'ho dem', 'ho va dem', 'ho', 'family name'] },
  position: { names: ['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'vi tri', 'ngach', 'position', 'title'] },
  phone: {
    names: ['so dien thoai', 'dien thoai', 'sdt', 'so dt', 'dt', 'di dong', 'dien thoai di dong', 'phone', 'mobile'],
  },
  code: {
    names: [
      'ma can bo',
      'ma so can bo',
      'ma cong chuc',
      'so hieu',
      'so hieu cong chuc',
      'ma nhan vien',
      'ma cb',
      'ma nv',
      'ma so',
      'ma',
      'code',
      'id',
    ],
  },
}
