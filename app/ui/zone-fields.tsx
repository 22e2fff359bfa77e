import './styles/zone-fields.css'
import { type ReactNode, useState } from 'react'
import { zoneStatusHints } from '~/words/en/zone-changes'
import { statusNames, weekdayNames } from '~/words/en/zones'
import { weekdays, zoneStatuses } from '~db/vocabulary'
import { CheckboxGroup, RadioGroup } from './choices'
import {
  type Choice,
  DateField,
  FreeTextNotice,
  Select,
  TextArea,
  TextField,
  TimeField,
} from './fields'
import { MapField } from './map-field'
import type { MapFrame } from './map-plane'
import type { MapStreet } from './street-map'

type ZoneFieldsProps = {
  districts: Choice[]
  frame: MapFrame | null
  streets: MapStreet[]
  /** What the form holds: rows with something in them stand open. */
  values: Record<string, string | string[]>
  most: { hours: number; segments: number }
  /** A zone that was never entered cannot have ended. */
  isNew?: boolean
}

/** Everything that a zone says, in the order in which a city's paper says it. */
export function ZoneFields({ districts, frame, streets, values, most, isNew }: ZoneFieldsProps) {
  return (
    <>
      <FreeTextNotice />
      <WhatItIs districts={districts} isNew={isNew === true} />
      <Part title="Where">
        <Rows
          name="segments"
          most={most.segments}
          values={values}
          more="Another stretch of curb"
          row={(index, shown) => (
            <Stretch index={index} frame={shown ? frame : null} streets={streets} />
          )}
        />
      </Part>
      <Part title="When">
        <Rows
          name="hours"
          most={most.hours}
          values={values}
          more="Other hours on other nights"
          row={(index) => <Hours index={index} />}
        />
      </Part>
      <AtTheCurb />
      <ForTheVenues />
    </>
  )
}

function WhatItIs({ districts, isNew }: { districts: Choice[]; isNew: boolean }) {
  return (
    <Part title="What it is">
      <TextField
        name="name"
        label="Name"
        hint="As people will say it, such as Harbor Street East."
      />
      <Select name="district" label="District" prompt="Choose a district" choices={districts} />
      <RadioGroup
        name="status"
        legend="How it stands"
        choices={zoneStatuses
          .filter((value) => !(isNew && value === 'ended'))
          .map((value) => ({
            value,
            label: statusNames[value],
            hint: zoneStatusHints[value],
          }))}
      />
      <div className="pair">
        <DateField name="effectiveFrom" label="From this day" />
        <DateField name="effectiveUntil" label="To this day" optional />
      </div>
    </Part>
  )
}

function AtTheCurb() {
  return (
    <Part title="At the curb">
      <TextField
        name="dwellMinutes"
        label="Minutes that a car may stand"
        hint="From 1 to 60."
        width="s"
        inputMode="numeric"
        optional
      />
      <TextField
        name="signWording"
        label="What the sign says"
        hint="Word for word, so that the sign and this page cannot differ."
        notice="in form"
        optional
      />
      <TextField
        name="towing"
        notice="in form"
        label="Towing"
        hint="From when cars are towed, such as: after 9 PM, from December 1."
        optional
      />
      <TextArea
        name="amenities"
        label="What is there"
        hint="One on each line, such as: lights, a bench, a guard."
        notice="in form"
        rows={3}
        optional
      />
      <TextArea
        name="companies"
        label="Ride-share apps that offer it"
        hint="One on each line."
        notice="in form"
        rows={3}
        optional
      />
    </Part>
  )
}

function ForTheVenues() {
  return (
    <Part title="For the venues">
      <TextArea
        name="doorScript"
        label="What door staff can say to a guest"
        hint="One or two friendly sentences. It is printed on the card for the door."
        notice="in form"
        rows={3}
        limit={600}
      />
      <TextField
        name="reachMeters"
        label="Venues within this many meters are told"
        hint="From 50 to 2,000. 400 meters is about five minutes on foot."
        width="s"
        inputMode="numeric"
      />
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part flow">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type StretchProps = { index: number; frame: MapFrame | null; streets: MapStreet[] }

function Stretch({ index, frame, streets }: StretchProps) {
  const name = `segments.${index}`
  return (
    <fieldset className="form-row flow">
      <legend>Stretch {index + 1}</legend>
      <TextField name={`${name}.street`} label="Street" />
      <TextField
        name={`${name}.between`}
        label="From where to where, and on which side"
        hint="Such as: from 9th to 10th, north side."
      />
      <MapField
        name={`${name}.points`}
        label="Points along the curb"
        help="One on each line, latitude first: 38.91890, -77.03190. Two are enough for a straight block."
        frame={frame}
        streets={streets}
      />
    </fieldset>
  )
}

function Hours({ index }: { index: number }) {
  const name = `hours.${index}`
  return (
    <fieldset className="form-row flow">
      <legend>Hours {index + 1}</legend>
      <div className="nights">
        <CheckboxGroup
          name={`${name}.nights`}
          legend="Service nights"
          hint="A night belongs to the evening on which it begins: Thursday, 9 PM to 3 AM, ends on Friday morning and is ticked as Thursday."
          choices={weekdays.map((value) => ({ value, label: weekdayNames[value].short }))}
        />
      </div>
      <div className="pair">
        <TimeField name={`${name}.opens`} label="Opens" />
        <TimeField name={`${name}.closes`} label="Closes" hint="May be the next morning." />
      </div>
    </fieldset>
  )
}

type RowsProps = {
  name: string
  most: number
  values: ZoneFieldsProps['values']
  /** What opens the next row. */
  more: string
  row: (index: number, shown: boolean) => ReactNode
}

/** Rows of which the first stands open; each further one opens from the one before, without a script too. */
function Rows(props: RowsProps) {
  return (
    <>
      {props.row(0, true)}
      <MoreRows {...props} index={1} />
    </>
  )
}

function MoreRows(props: RowsProps & { index: number }) {
  const { name, index, most, values, more, row } = props
  const filled = isFilled(values, `${name}.${index}.`)
  const [opened, setOpened] = useState(filled)
  if (index >= most) return null
  return (
    <details
      className="more-rows flow"
      open={filled}
      onToggle={({ currentTarget }) => setOpened(opened || currentTarget.open)}
    >
      <summary>{more}</summary>
      {row(index, opened)}
      <MoreRows {...props} index={index + 1} />
    </details>
  )
}

function isFilled(values: RowsProps['values'], prefix: string): boolean {
  return Object.entries(values).some(
    ([name, value]) => name.startsWith(prefix) && [value].flat().some((text) => text.trim() !== ''),
  )
}
