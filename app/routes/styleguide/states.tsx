import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Checkbox, CheckboxGroup, RadioGroup } from '~/ui/choices'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, FileField, Select, TextArea, TextField } from '~/ui/fields'
import { LawItem, Letter, NextStep, Question, Strength } from '~/ui/letter'

const choices = [
  { value: 'door', label: 'At the door' },
  { value: 'bar', label: 'At the bar', hint: 'Whoever pours also checks.' },
]

export function FieldStates() {
  return (
    <section className="flow">
      <h2>Fields</h2>
      <ErrorSummary errors={[{ message: 'Type the code from your letter.', href: '#code-demo' }]} />
      <div className="form">
        <TextField name="plain" label="A short answer" hint="The hint stands above the box." />
        <TextField name="given" label="Filled" defaultValue="The Lantern Room" />
        <div id="code-demo">
          <TextField
            name="code"
            label="Your code"
            width="code"
            defaultValue="K7QM"
            error="Type all eight characters of the code."
          />
        </div>
        <TextField name="optional" label="Anything else" optional />
        <TextArea name="long" label="A long answer" limit={1000} />
        <DateField name="date" label="The day of the class" hint="As printed on the card." />
        <Select name="select" label="District" prompt="Choose a district" choices={choices} />
        <FileField
          name="file"
          label="A photo of the poster"
          hint="A JPEG or PNG, without people."
        />
        <Checkbox name="tick" label="Our door staff know" defaultChecked />
        <RadioGroup name="one" legend="Where do you check?" choices={choices} defaultValue="door" />
        <CheckboxGroup name="many" legend="Where could we help?" choices={choices} />
      </div>
    </section>
  )
}

export function LetterParts() {
  return (
    <section className="flow">
      <h2>A letter</h2>
      <Letter
        from="Sgt. Dana Whitfield, Harbor Street district"
        date="November 21, 2026"
        opening="Thank you for the tour on Thursday. Reading your policies afterwards, I could hear your team in them."
        closing="As always, the choice is yours."
      >
        <Strength
          quote="The closing lead wears the amber pin and stays by the door until the last guest has a ride."
          source={{ label: 'Closing policy, section 4', to: paths.styleguide() }}
        >
          You named who leads last call, so staff are never guessing, and guests see one calm
          person.
        </Strength>
        <Strength helps="That is a busy Friday with somebody on every side of the room.">
          Nine of your twelve servers know how to step in.
        </Strength>
        <Question>How do guests usually find their ride?</Question>
        <NextStep actions={<StepActions />}>
          Two lines about the Highland Street zone in your closing policy. I can send sample
          wording. Would the 12th suit, or is there a better time?
        </NextStep>
        <LawItem source="Fire code, posted occupancy">
          The limit has to hang where guests can read it. The sign by the back bar is covered.
        </LawItem>
      </Letter>
    </section>
  )
}

function StepActions() {
  return (
    <>
      <Button look="go" type="button">
        The 12th works
      </Button>
      <Button type="button">Another date</Button>
      <Button type="button">Already done</Button>
      <Button type="button">Not for us</Button>
    </>
  )
}
