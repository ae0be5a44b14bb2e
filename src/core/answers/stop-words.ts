/** Words that carry courtesy or grammar, not the subject of a question; folded and normalised. */
export const stopWords: ReadonlySet<string> = new Set(
  `a ah ak a u uh um vang da oi nhe nhi ha hen ho vay the roi thi ma la cung luon di voi cho xin hoi em anh chi toi minh
  tao may tui ban bac co chu ong ba quan tri bot dong ad ai shop biet duoc nao gi sao khong chua hay va
  cua ve o tai trong ngoai tren duoi ra vao tu den toi nay kia do day cai nhung cac mot moi moi nguoi bi do boi
  de nghi cung cap giup gium dum lam nhu hoac neu nen can phai se da dang con vua moi rat qua lam hon nua
  nghe noi thay tuong hinh nhu hinh quen mat tieu noi ro ta nha ay thoi tung khi nao xem doc lai theo ghi gom
  the is are was were a an of to in on for and or do does did it its i you we they my our your me please can could
  would tell about this that there what which who when where how be been has have had with by from at as if so any`.split(
    /\s+/,
  ),
)
