import { literal, type Text, text } from '../message.ts'
import { codeHours, pairingCode } from '../people/pairing-code.ts'
import type { PersonCard } from '../people/people-view.ts'
import { unitName } from '../pledges/pledge.ts'
import { button, menu } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** How somebody shows who they are. */
export function identify(turn: Turn): Outcome {
  const isKnown = turn.person.standing === 'verified'
  const { name, unit } = turn.person
  const who = name === undefined ? [] : [text('people-declared', { name: literal(name), unit: unitText(turn, unit) })]
  const words = text(isKnown ? 'people-verified' : 'people-ways')
  const ask = { id: 'contact', label: text('menu-share-contact'), asksContact: true } as const
  return say({ text: [...who, words], choices: isKnown ? [[button('my-code')]] : [[ask], [button('my-code')]] })
}

function unitText({ campaign }: Turn, unit: string | undefined): Text {
  return unit === undefined ? text('data-none') : literal(unitName(unit, campaign))
}

/** A code for another channel, by which its account becomes this person. */
export function ownCode(turn: Turn, random: (bytes: number) => Uint8Array): Outcome {
  const code = pairingCode(random(8))
  return {
    ...say({ text: [text('code-own', { code, hours: codeHours })] }),
    effects: [{ kind: 'make-code', code, person: turn.person.id }],
  }
}

/** A code was typed: the account becomes its person. The form that is open goes along. */
export function useCode(turn: Turn): Outcome {
  const code = turn.people?.code
  if (code === undefined) return say({ text: [text('code-wrong')] })
  if (code.state !== 'good') {
    if (code.state === 'throttled') return say({ text: [text('code-throttled')] })
    const alarm = { kind: 'tell-office', about: 'pairing', saying: { text: [text('code-alarm')] } } as const
    return {
      ...say({ text: [text('code-wrong')] }),
      effects: [{ kind: 'failed-code' }, ...(code.isLast ? [alarm] : [])],
    }
  }
  const { id, own, person } = code
  if (person.id === turn.person.id) return say({ text: [text('code-yourself')], choices: menu(turn) })
  // Who is known for sure is nobody else; of the two it is their code that the other one types.
  const isKnown = person.onRoster || person.standing === 'verified'
  if (isSomebody(turn) && (isKnown || !own)) return say({ text: [text('code-somebody')] })
  if (isSomebody(turn)) return say({ text: [text('code-other-way')], choices: [[button('my-code')]] })
  return joined(turn, person, { code: id, own })
}

/** A telephone number was shared: it shows who they are where one person on the list has it. */
export function useContact(turn: Turn, own: boolean): Outcome {
  if (!own) return say({ text: [text('contact-other')] })
  const [person, ...more] = turn.people?.called ?? []
  if (!person || more.length > 0) return say({ text: [text('contact-unknown')] })
  if (person.id === turn.person.id) return say({ text: [text('people-verified')], choices: menu(turn) })
  if (isSomebody(turn)) return say({ text: [text('code-somebody')] })
  return joined(turn, person, 'contact')
}

/** Whether it is settled who writes. */
function isSomebody({ person }: Turn): boolean {
  return person.standing === 'verified' || person.role === 'coordinator'
}

function joined(turn: Turn, person: PersonCard, by: { code: string; own: boolean } | 'contact'): Outcome {
  const name = person.name === undefined ? text('people-nameless') : literal(person.name)
  const unit = unitText(turn, person.unit)
  const hasForm = turn.form !== undefined || person.hasForm
  const entered = person.entered > 0 ? [text('entered-waiting', { count: person.entered })] : []
  const told: Text = text('code-told', { channel: text(`broadcast-channel-${turn.update.address.channel}`) })
  return {
    say: [
      {
        text: [text('code-joined', { name, unit }), ...entered, ...(hasForm ? [text('code-form-goes-on')] : [])],
        choices: [
          ...(person.entered > 0 ? [[button('entered')]] : []),
          ...(hasForm ? [[{ ...button('resume', 'primary'), yes: true }]] : menu(turn)),
        ],
      },
    ],
    effects: [
      { kind: 'join', into: person.id, by },
      { kind: 'tell-person', id: person.id, about: 'join', saying: { text: [told] } },
    ],
  }
}
