import type { ActionFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import type { NewEvidence } from '~/domain/applications/add-evidence.server'
import {
  AcknowledgementForm,
  AttestationForm,
  ContactForm,
  ConversationForm,
  CountForm,
  FileForm,
  PolicyEvidenceForm,
  RegisterCheckForm,
} from '~/domain/applications/forms'
import type { Context } from '~/domain/context'
import type { Day } from '~/domain/dates'
import type { PolicyId, VenueId } from '~/domain/ids'
import { takeFiles } from '~/files/take-files.server'
import { type FormValues, parseForm } from '~/http/form.server'
import { absent, refuse, refuseTooOften } from '~/http/respond.server'

type Read =
  | { ok: true; given: NewEvidence; values: FormValues; ctx: Context }
  | { ok: false; answer: Response }

/** Reads the form of one kind of evidence. A kind that is not added by a form is absent. */
export async function readEvidence(
  args: Pick<ActionFunctionArgs, 'request' | 'params' | 'context'>,
  ctx: Context,
  kind: string | undefined,
): Promise<Read> {
  switch (kind) {
    case 'policy': {
      const form = await parseForm(args, ctx, PolicyEvidenceForm)
      if (!form.ok) return form
      const { pointer, page, words } = form.data
      const policyId = form.data.policyId as PolicyId
      return { ...form, given: { kind, policyId, pointer: page || pointer, words } }
    }
    case 'photo':
    case 'blank_form':
      return readFileEvidence(args, ctx, kind)
    case 'attestation': {
      const form = await parseForm(args, ctx, AttestationForm)
      if (!form.ok) return form
      const { signedBy, happenedOn, ...more } = form.data
      return { ...form, given: { kind, facts: { signedBy }, happenedOn: day(happenedOn), ...more } }
    }
    case 'count': {
      const form = await parseForm(args, ctx, CountForm)
      if (!form.ok) return form
      const { happenedOn, replaces, ...facts } = form.data
      const more = { words: '', replaces }
      return { ...form, given: { kind, facts, happenedOn: day(happenedOn), ...more } }
    }
    case 'contact': {
      const form = await parseForm(args, ctx, ContactForm)
      if (!form.ok) return form
      const { replaces, ...facts } = form.data
      return { ...form, given: { kind, facts, happenedOn: null, words: '', replaces } }
    }
    case 'conversation': {
      const form = await parseForm(args, ctx, ConversationForm)
      if (!form.ok) return form
      const { name, happenedOn, ...more } = form.data
      return { ...form, given: { kind, facts: { name }, happenedOn: day(happenedOn), ...more } }
    }
    case 'acknowledgement':
    case 'register_check': {
      const schema = kind === 'acknowledgement' ? AcknowledgementForm : RegisterCheckForm
      const form = await parseForm(args, ctx, schema)
      if (!form.ok) return form
      const { happenedOn, words, replaces } = form.data
      const more = { words, replaces }
      return { ...form, given: { kind, facts: {}, happenedOn: day(happenedOn), ...more } }
    }
    default:
      throw absent()
  }
}

async function readFileEvidence(
  args: Pick<ActionFunctionArgs, 'request' | 'params' | 'context'>,
  ctx: Context,
  kind: 'photo' | 'blank_form',
): Promise<Read> {
  const form = await parseForm(args, ctx, FileForm)
  if (!form.ok) return form
  const who = { person: ctx.actor.person.id, venue: args.params.venueId as VenueId }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return { ok: false, answer: limited }
  const taken = await takeFiles(form.files.get('file'), kind)
  if (!taken.ok) return { ok: false, answer: refuse(form.values, { file: taken.sentence }, 422) }
  return { ...form, given: { kind, file: taken.file, words: form.data.words } }
}

/** The forms have checked that it is a date. */
function day(text: string): Day | null {
  return text === '' ? null : (text as Day)
}
