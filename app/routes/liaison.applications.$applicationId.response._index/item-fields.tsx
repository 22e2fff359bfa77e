import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { Studio } from '~/domain/feedback/studio.server'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { DateField, HiddenField, Select, TextArea, TextField } from '~/ui/fields'
import { itemNames } from '~/words/en/feedback'
import { Beside } from './beside'
import { FieldHints, type Tone } from './use-tone'

type Item = NonNullable<Studio['draft']>['items'][number]
type ItemProps = { item: Item; index: number; page: Studio; tone: Tone }

/** The fields of one part of the response. What a kind does not have travels along unseen. */
export function ItemFields(props: ItemProps) {
  const { item, index, page } = props
  const part = useArrival(`#item-${item.key}`)
  const about = `${itemNames[item.kind]} on “${page.titles[item.standard] ?? item.standard}”`
  const by = item.writtenBy ? page.writers[item.writtenBy] : ''
  return (
    <fieldset className={`studio-item ${item.kind}`} id={`item-${item.key}`} ref={part}>
      <legend>{about}</legend>
      {by ? <p className="soft">{by} wrote this. The letter says so.</p> : null}
      <HiddenField name={`items.${index}.key`} value={item.key} />
      <HiddenField name={`items.${index}.kind`} value={item.kind} />
      <HiddenField name={`items.${index}.standard`} value={item.standard} />
      <HiddenField name={`items.${index}.anchor`} value={item.anchor} />
      {item.kind === 'strength' ? <StrengthFields {...props} /> : null}
      {item.kind === 'next_step' ? <StepFields {...props} /> : null}
      {item.kind === 'question' ? (
        <Words {...props} label="The question" hint="What only the venue can answer." />
      ) : null}
      {item.kind === 'accepted_alternative' ? (
        <Words
          {...props}
          label="What you accept"
          hint="The venue’s own way, in your words. From now on it counts as in place."
        />
      ) : null}
      <Button small name="remove" value={item.key} about={about}>
        Take this out
      </Button>
    </fieldset>
  )
}

/** A part that was just added is where the writing goes on. */
function useArrival(own: string) {
  const part = useRef<HTMLFieldSetElement>(null)
  const { hash } = useLocation()
  useEffect(() => {
    const field = hash === own ? part.current?.querySelector('textarea') : null
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'center' })
  }, [hash, own])
  return part
}

type WordsProps = ItemProps & { label: string; hint: string; rows?: number }

function Words({ item, index, page, tone, label, hint, rows = 3 }: WordsProps) {
  return (
    <>
      <TextArea
        name={`items.${index}.words`}
        notice="in form"
        label={label}
        hint={hint}
        rows={rows}
        width="full"
      />
      <FieldHints tone={tone} part={item.key} field="words" />
      <Beside page={page} item={item} field="words" name={`items.${index}.words`} />
    </>
  )
}

function StrengthFields(props: ItemProps) {
  const { item, index, page } = props
  const own = page.standards.filter(({ code }) => code === item.standard)
  const others = page.standards.filter(({ code }) => code !== item.standard)
  const choices = [
    ...own.flatMap(({ evidence }) => evidence.map((piece) => choiceOf(piece))),
    ...others.flatMap(({ code, evidence }) => evidence.map((piece) => choiceOf(piece, code))),
  ]
  return (
    <>
      <Words
        {...props}
        label="What they already do"
        hint={`Specific, about their effort. Open with “You…” or “${page.venue}…”.`}
      />
      <TextArea
        notice="in form"
        name={`items.${index}.why`}
        label="Whom it helps"
        hint="One sentence: guests, staff, neighbors."
        rows={2}
        width="full"
      />
      <Beside page={page} item={item} field="why" name={`items.${index}.why`} />
      <Select
        name={`items.${index}.roundEvidenceId`}
        label="The evidence that shows it"
        prompt="Choose the evidence"
        choices={choices}
      />
      <TextArea
        notice="in form"
        name={`items.${index}.quote`}
        label="The passage"
        hint="As it stands in what they shared. A policy needs one; a figure or a photo does not."
        rows={2}
        width="full"
      />
    </>
  )
}

/** Evidence of the same standard stands first; the rest names its standard. */
function choiceOf({ id, kind, title }: { id: string; kind: string; title: string }, code = '') {
  const name = title === kind ? kind : `${kind}: ${title}`
  return { value: id, label: code ? `${code} · ${name}` : name }
}

function StepFields(props: ItemProps) {
  const { item, index, page, tone } = props
  return (
    <>
      <Words {...props} label="The step" hint="One thing that you could do together." />
      <TextArea
        name={`items.${index}.why`}
        notice="in form"
        label="Why it helps them"
        rows={2}
        width="full"
      />
      <Beside page={page} item={item} field="why" name={`items.${index}.why`} />
      <TextArea
        notice="in form"
        name={`items.${index}.help`}
        label="The help that you offer"
        hint="Who, or which template, class or sample wording."
        rows={2}
        width="full"
      />
      <FieldHints tone={tone} part={item.key} field="help" />
      <Beside page={page} item={item} field="help" name={`items.${index}.help`} />
      {item.roundEvidenceId ? (
        <>
          <HiddenField name={`items.${index}.roundEvidenceId`} value={item.roundEvidenceId} />
          <TextArea
            notice="in form"
            name={`items.${index}.quote`}
            label="The passage that it is about"
            hint="As it stands in what they shared, or nothing."
            rows={2}
            width="full"
          />
        </>
      ) : null}
      <DateField
        name={`items.${index}.proposedOn`}
        label="The date that you propose"
        hint="The venue accepts it, or chooses its own."
      />
      <Checkbox
        name={`items.${index}.law`}
        label="A law or code asks for this"
        hint="It then stands apart from the program’s own standards, and names its source."
      />
      <TextField
        notice="in form"
        name={`items.${index}.lawSource`}
        label="Which law or code"
        optional
        width="full"
      />
    </>
  )
}
