import { type Audience, countAudience, everyone } from '../core/broadcasts/audience.ts'
import { fileChannel } from '../core/broadcasts/content.ts'
import { readAudience } from '../core/broadcasts/read-audience.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import { worded } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import type { Turn } from '../core/conversation/turn.ts'
import type { ChoiceField, Field, ManyField, Option, Values } from '../core/forms/form.ts'
import { fold } from '../core/language/fold.ts'
import { type ChannelName, literal, type Text, text } from '../core/message.ts'
import type { Role } from '../core/people/person.ts'
import { unitName } from '../core/pledges/pledge.ts'
import { contentOf, listed } from './broadcast-fields.ts'

/** Whom it is for: the usual ones by one tap, any combination by choosing it. */
export function audienceFields(turn: Turn): readonly Field[] {
  return [toField(turn), placesField(turn), unitsField(turn), rolesField(), pledgeField(turn), channelsField(turn)]
}

const usual: Readonly<Record<string, Pick<Audience, 'people' | 'groups' | 'pledge'>>> = {
  people: { people: true, groups: false },
  both: { people: true, groups: true },
  groups: { people: false, groups: true },
  without: { people: true, groups: false, pledge: 'without' },
  with: { people: true, groups: false, pledge: 'with' },
}

const usualNames: Readonly<Record<string, readonly string[]>> = {
  people: ['moi nguoi', 'tat ca', 'everyone'],
  both: ['moi nguoi va cac nhom', 'ca nhom', 'everyone and groups'],
  groups: ['chi cac nhom', 'cac nhom', 'nhom', 'groups only'],
  without: ['nguoi chua dang ky', 'chua dang ky', 'not registered'],
  with: ['nguoi da dang ky', 'da dang ky', 'registered'],
}

function isChosen(values: Values): boolean {
  return values.to === 'chosen'
}

/** The audience as the values of the form say it. */
export function audienceOf(
  values: Values,
  { now, timezone, campaign }: Pick<Turn, 'now' | 'timezone' | 'campaign'>,
): Audience {
  const phase = phaseForPledge(dayAt(now, timezone), campaign).id
  const fixed = usual[String(values.to)]
  if (!isChosen(values)) return { ...everyone, ...fixed, phase }
  const list = (name: string) => (Array.isArray(values[name]) ? values[name] : [])
  const { pledge } = usual[String(values.pledge)] ?? {}
  return {
    ...everyone,
    ...usual[String(values.places)],
    units: list('units'),
    roles: list('roles') as readonly Role[],
    channels: list('channels') as readonly ChannelName[],
    ...(pledge && { pledge }),
    phase,
  }
}

/** The option with how many it would reach now. */
function counted(turn: Turn, values: Values, change: Values, label: Text): Text {
  const { reach } = turn.desk ?? {}
  if (!reach) return label
  const audience = audienceOf({ ...values, ...change }, turn)
  return text('broadcast-option', {
    label,
    count: countAudience(audience, reach, fileChannel(contentOf(values))).total,
  })
}

function toField(turn: Turn): ChoiceField {
  const phase = phaseName(turn)
  const label = (value: string) =>
    value === 'with' || value === 'without'
      ? text(`broadcast-pledge-${value}`, { phase })
      : text(`broadcast-to-${value}`)
  return {
    kind: 'choice',
    name: 'to',
    label: text('broadcast-to'),
    names: ['nguoi nhan', 'gui cho', 'audience'],
    question: () => [text('broadcast-to-ask')],
    options: (values) => [
      ...Object.keys(usual).map(
        (value): Option => ({
          value,
          label: counted(turn, values, { to: value }, label(value)),
          names: usualNames[value] ?? [],
        }),
      ),
      { value: 'chosen', label: text('broadcast-to-chosen'), names: ['chon rieng', 'chon', 'choose'] },
    ],
    read: (typed) => (asksToChoose(typed) ? 'chosen' : readAudience(typed, phaseWords(turn))),
    show: (value) => (value === 'chosen' ? text('broadcast-to-chosen') : label(String(value))),
  }
}

/** "Chọn", "chọn theo đơn vị": whom, is asked next. */
function asksToChoose(typed: string): boolean {
  return /^(?:chon(?: rieng)?(?: theo (?:don vi|vai tro|kenh|dang ky| )+)?|choose(?: by .*)?)$/.test(fold(typed))
}

function phaseName(turn: Turn): Text {
  return literal(phaseWords(turn))
}

function phaseWords({ now, timezone, campaign, person }: Turn): string {
  return worded(phaseForPledge(dayAt(now, timezone), campaign).name, person.locale)
}

function placesField(turn: Turn): ChoiceField {
  return {
    kind: 'choice',
    name: 'places',
    label: text('broadcast-places'),
    names: ['noi nhan', 'places'],
    question: () => [text('broadcast-places-ask')],
    when: isChosen,
    options: () =>
      ['people', 'both', 'groups'].map((value) => ({
        value,
        label: text(`broadcast-to-${value}`),
        names: usualNames[value] ?? [],
      })),
    read: (typed) => readAudience(typed, phaseWords(turn)),
    show: (value) => text(`broadcast-to-${value}`),
  }
}

const isOfPeople = (values: Values) => isChosen(values) && values.places !== 'groups'

function unitsField(turn: Turn): ManyField {
  const { campaign } = turn
  return {
    kind: 'many',
    name: 'units',
    label: text('broadcast-units'),
    names: ['don vi', 'units'],
    question: () => [text('broadcast-units-ask')],
    when: isOfPeople,
    options: (values) =>
      campaign.units.map((unit) => ({
        value: unit.code,
        label: counted(turn, values, { places: 'people', units: [unit.code] }, literal(unit.name)),
        names: [unit.name, ...unit.aliases],
      })),
    show: (value) =>
      Array.isArray(value) && value.length > 0
        ? listed(value.map((code) => literal(unitName(code, campaign))))
        : text('broadcast-all'),
  }
}

const roleNames: Readonly<Record<Role, readonly string[]>> = {
  staff: ['can bo', 'staff'],
  coordinator: ['dau moi', 'coordinator'],
  office: ['thuong truc', 'office'],
  owner: ['quan tri', 'owner'],
}

function rolesField(): ManyField {
  return {
    kind: 'many',
    name: 'roles',
    label: text('broadcast-roles'),
    names: ['vai tro', 'roles'],
    question: () => [text('broadcast-roles-ask')],
    when: isOfPeople,
    options: () =>
      (Object.keys(roleNames) as Role[]).map((role) => ({
        value: role,
        label: text(`broadcast-role-${role}`),
        names: roleNames[role],
      })),
    show: (value) => allOr(value, (role) => text(`broadcast-role-${role}`)),
  }
}

function pledgeField(turn: Turn): ChoiceField {
  const phase = phaseName(turn)
  return {
    kind: 'choice',
    name: 'pledge',
    label: text('broadcast-pledge'),
    names: ['dang ky', 'pledge'],
    question: () => [text('broadcast-pledge-ask', { phase })],
    when: isOfPeople,
    options: () => [
      { value: 'any', label: text('broadcast-all'), names: ['tat ca', 'all'] },
      { value: 'without', label: text('broadcast-pledge-without', { phase }), names: usualNames.without ?? [] },
      { value: 'with', label: text('broadcast-pledge-with', { phase }), names: usualNames.with ?? [] },
    ],
    read: (typed) => {
      const said = readAudience(typed, phaseWords(turn))
      return said === 'people' ? 'any' : said
    },
    show: (value) => (value === 'any' ? text('broadcast-all') : text(`broadcast-pledge-${value}`, { phase })),
  }
}

/** Asked only where there are several channels to choose from. */
function channelsField(turn: Turn): ManyField {
  const { people = [], groups = [] } = turn.desk?.reach ?? {}
  const channels = new Set([...people.flatMap((one) => one.seats), ...groups].map((one) => one.channel))
  return {
    kind: 'many',
    name: 'channels',
    label: text('broadcast-channels'),
    names: ['kenh', 'channels'],
    question: () => [text('broadcast-channels-ask')],
    when: (values) => isChosen(values) && channels.size > 1,
    options: () =>
      [...channels].sort().map((channel) => ({
        value: channel,
        label: text(`broadcast-channel-${channel}`),
        names: [channel.replace('-', ' ')],
      })),
    show: (value) => allOr(value, (channel) => text(`broadcast-channel-${channel}`)),
  }
}

function allOr(value: unknown, name: (one: string) => Text): Text {
  return Array.isArray(value) && value.length > 0 ? listed(value.map(name)) : text('broadcast-all')
}
