/**
 * One idea and the ways to say it, folded and normalised. A text that holds one of the phrases has the idea, so that
 * "ai ký" finds "thẩm quyền quyết định" and "lãnh nhiêu tiền" finds "mức thưởng".
 */
const ideas: Readonly<Record<string, string>> = {
  who: 'ai | nguoi nao | cap nao | co quan nao | don vi nao | who | whom | whose | which body',
  'who-decides': `
    ai ky | ai quyet dinh | ai tang | ai trao | ai cong nhan | ai phe duyet | tham quyen | cap nao ky | do ai |
    ai duyet | ai cap | cap nao quyet dinh | who decides | who awards | who signs | who grants | quyen quyet
    dinh | ai ra quyet dinh | ai xet | cua ai`,
  when: `
    khi nao | ngay nao | nam nao | thang nao | thoi gian | thoi diem | gio nao | may gio | moc | when | which
    year | what date | which date | ngay gi`,
  where: 'o dau | cho nao | noi nao | dia diem | hoi truong | where | venue | san nao | tai dau',
  'how-many': 'bao nhieu | may | so luong | how many | how much | number of',
  why: 'tai sao | vi sao | sao lai | why | ly do | sao cho',
  criteria: `
    tieu chuan | dieu kien | can gi | can nhung gi | phai dat | yeu cau gi | lam sao de | muon dat | muon duoc |
    muon co | can co | criteria | requirements | required | conditions | need to get | qualify | phai co | moi
    duoc | nhu the nao thi duoc | muon len | de dat | can dat | phai lam sao | can may | can bao nhieu | cho
    nguoi nhu the nao`,
  money: `
    tien | muc thuong | tien thuong | thuong bao nhieu | kinh phi | money | cash | bonus | budget | cost | dong
    bao nhieu | he so | luong co so | thuong tien | duoc thuong`,
  ratio: `
    phan tram | ti le | ty le | bao nhieu phan | percent | percentage | ratio | share | quota | toi da | khong
    qua | khong che`,
  documents: `
    ho so | giay to | thu tuc | to trinh | bien ban | bao cao thanh tich | may bo | dossier | documents | file |
    paperwork`,
  form: 'mau | bieu mau | phieu | form | template | mau nao',
  deadline: `
    han | han chot | han nop | het han | thoi han | truoc ngay | deadline | due | cham nhat | tre nhat | truoc
    khi nao`,
  purpose: 'muc dich | de lam gi | nham | y nghia | purpose | aim | goal | lam gi vay | muc tieu | nham muc dich',
  founding: 'thanh lap | ra doi | khai sinh | lap ra | lap | founded | established | founding | created | birth',
  gone: `
    khong con | bo roi | da bo | giai the | bai bo | cham dut | het hieu luc | con hieu luc | con khong |
    abolished | no longer | dissolved | still valid | bi bo`,
  effect: 'hieu luc | ap dung | co hieu luc | effective | take effect | in force | hien hanh',
  number: `
    so may | so hieu | so nao | van ban nao | nghi dinh nao | quyet dinh nao | luat nao | thong tu nao | dieu
    nao | dieu may | which law | which decree | which decision | number`,
  cancel: 'huy | thu hoi | bi huy | tuoc | revoke | cancel | annul | withdrawn | withdraw',
  fraud: `
    gian doi | khai man | khai gian | sai su that | khong trung thuc | ke khai sai | bia | false | lie | lies |
    fake | dishonest | fraud`,
  maternity: 'thai san | sinh con | nghi sinh | nghi de | em be | mang thai | maternity | pregnant',
  difference: 'khac nhau | khac gi | phan biet | so voi | difference | differ | khac cho nao | khac sao | khac',
  registration: 'dang ky | ban dang ky | phieu dang ky | register | registration | pledge | enrol',
  must: `
    bat buoc | co can | nhat thiet | phai khong | tu nguyen | mandatory | compulsory | voluntary | obliged |
    must | have to | ep buoc | cam`,
  contact: `
    lien he | dau moi | gap ai | hoi ai | goi ai | so dien thoai | email | contact | nop o dau | gui o dau | gui
    ve dau | nop cho ai | bo phan nao | gui cho ai | phone number | dia chi | tru so | address`,
  result: 'ket qua | dan dau | xep hang | thu hang | danh sach | results | ranking | leading',
  leader: `
    thu truong | lanh dao | chu tich | chief | leader`,
  attendees: 'dai bieu | ai du | nguoi du | tham du | chu tri | delegates | attend',
  gear: 'dong phuc | ao | trang phuc | uniform',
  prize: 'giai nhat | giai thuong | co giai | trao giai | prize | prizes',
  wording: 'nguyen van | doc nguyen | ghi sao | ghi nhu the nao | ghi gi | trich | wording | exact words | noi gi',
  author: 'tac gia | ai viet | nguoi viet | author | who wrote | ghi ten ai',
  launched: 'phat dong | ban hanh | ky phat dong | launched | launch | issued',
  merger: 'sap nhap | hop nhat | sap xep | nhap voi | merger | merged',
  organisation: 'he thong | may cap | to chuc bo may | phong nao | may phong | co cau',
  scope: `
    pham vi | toan nganh | ca nganh | rieng tinh | whole sector | scope | entire | doi tuong | danh cho ai |
    nhung ai | cho ai`,
}

interface Saying {
  readonly words: readonly string[]
  readonly idea: string
}

const byFirst = new Map<string, Saying[]>()
for (const [idea, phrases] of Object.entries(ideas))
  for (const phrase of phrases.split('|')) {
    const words = phrase.trim().split(/\s+/)
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, idea: `#${idea}` }])
  }

/** The ideas that the words express, each once. */
export function conceptsIn(words: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const [at, word] of words.entries())
    for (const saying of byFirst.get(word) ?? [])
      if (saying.words.every((part, offset) => words[at + offset] === part)) found.add(saying.idea)
  return found
}
