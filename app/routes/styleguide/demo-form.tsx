import * as z from 'zod/mini'
import { Button } from '~/ui/button'
import { Checkbox, RadioGroup } from '~/ui/choices'
import { DateField, Select, TextArea, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Only the server knows that this one is in use. */
export const knownAddress = 'known@example.com'

export const DemoFormSchema = z.object({
  name: z
    .string('Type the name of your venue.')
    .check(z.minLength(1, 'Type the name of your venue.')),
  email: z
    .string('Type an email address, such as marta@example.com.')
    .check(z.regex(emailPattern, 'Type an email address, such as marta@example.com.')),
  about: z
    .string('Tell us in a sentence or two.')
    .check(
      z.minLength(1, 'Tell us in a sentence or two.'),
      z.maxLength(300, 'Please shorten this to 300 characters.'),
    ),
  day: z.string('Choose a day.').check(z.minLength(1, 'Choose a day.')),
  district: z.string('Choose a district.').check(z.minLength(1, 'Choose a district.')),
  contact: z.string('Choose how we reach you.'),
  agree: z.literal('yes', 'Tick the box when you have read it.'),
})

export function DemoForm({ answer }: { answer?: FormAnswer | undefined }) {
  return (
    <Form schema={DemoFormSchema} answer={answer} label="Demonstration">
      <TextField
        name="name"
        label="Name of your venue"
        hint="As your guests know it."
        autoComplete="organization"
      />
      <TextField
        name="email"
        label="Email address"
        hint={`Type ${knownAddress} to see an error that only the server can find.`}
        type="email"
        autoComplete="email"
        spellCheck={false}
      />
      <TextArea
        name="about"
        label="What does your team do well at closing time?"
        hint="In your own words. Please leave out guests’ names and anything about an incident."
        limit={300}
      />
      <DateField name="day" label="A day that suits you" />
      <Select
        name="district"
        label="District"
        prompt="Choose a district"
        choices={[
          { value: 'harbor', label: 'Harbor Street' },
          { value: 'market', label: 'Market Hall' },
        ]}
      />
      <RadioGroup
        name="contact"
        legend="How may we reach you?"
        choices={[
          { value: 'email', label: 'By email' },
          { value: 'phone', label: 'By phone', hint: 'Between 2 and 5 PM, before you open.' },
        ]}
      />
      <Checkbox name="agree" label="I have read who will see this" />
      <div className="actions">
        <Button look="go" pending="Sending…">
          Send the form
        </Button>
      </div>
    </Form>
  )
}
