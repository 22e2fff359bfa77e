import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { Notice } from '~/ui/notice'

/** Says who was taken off the list, with the way back. */
export function RemovedNotice({ name, restore }: { name: string; restore: string }) {
  return (
    <Notice tone="success" live>
      <p>{name} is off your list. What you shared before stays as you shared it.</p>
      <Form action={restore} label="Undo">
        <Button small about={name}>
          Put back
        </Button>
      </Form>
    </Notice>
  )
}
