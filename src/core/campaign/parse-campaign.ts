import { isNode, LineCounter, parseDocument } from 'yaml'
import { type Campaign, campaignSchema } from './campaign.ts'

export interface CampaignProblem {
  /** From 1. */
  readonly line: number
  /** Where in the file, for example `phases.1.close`; empty for the file as a whole. */
  readonly path: string
  readonly reason: string
}

type ParsedCampaign = { readonly campaign: Campaign } | { readonly problems: readonly CampaignProblem[] }

/** Reads a campaign file. Every problem is reported, each with its line; a file with a problem gives no campaign. */
export function parseCampaign(yaml: string): ParsedCampaign {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        path: '',
        reason: error.message.split(' at line ')[0] ?? error.message,
      })),
    }
  }
  const result = campaignSchema.safeParse(document.toJS())
  if (result.success) return { campaign: result.data }

  const lineOf = (path: readonly PropertyKey[]): number => {
    // A missing key has no place of its own: the nearest thing that contains it has.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  return {
    problems: result.error.issues.map((issue) => ({
      line: lineOf(issue.path),
      path: issue.path.join('.'),
      reason: issue.message,
    })),
  }
}
