import { stopWords } from './stop-words.ts'

const asks =
  /\b(?:gi|nao|may|bao nhieu|sao|ai|o dau|chua|khong|hay(?! qua)|khi nao|the nao|what|when|where|who|which|how|why|is|are|can|do|does)\b/

/** The parts of a message that each ask something by themselves; a message with one question is its own only part. */
export function splitClauses(text: string): string[] {
  const parts = text
    .slice(0, 600)
    .split(/[?!;\n]+|\s(?:và|va|với lại|voi lai|rồi|roi|còn|and|also)\s|,/iu)
    .map((part) => part.trim())
    .filter((part) => part.length > 3)
  return parts.length > 1 && parts.length <= 4 ? parts : [text]
}

/** True where normalised words ask by themselves. */
export function isAsking(words: readonly string[]): boolean {
  return asks.test(words.join(' '))
}

/** True where normalised words are too few to name what they ask about: "kết thúc vào ngày nào". */
export function isElliptic(words: readonly string[]): boolean {
  return words.filter((word) => !stopWords.has(word)).length < 5 && !words.join(' ').includes('phong trao')
}
