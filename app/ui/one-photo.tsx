import { paths } from '~/paths'
import { photoWords } from '~/words/en/walks'
import { Button } from './button'
import { FileField } from './fields'
import { Form, type FormAnswer } from './form'

type OnePhotoProps = { walkId: string; room: string; answer?: FormAnswer | undefined }

/** One photo of a walk-through: all there is without scripts. */
export function OnePhoto({ walkId, room, answer }: OnePhotoProps) {
  return (
    <Form action={paths.walkPhotos(walkId)} answer={answer} label="Add a photo" multipart>
      <FileField
        name="file"
        label="Photo"
        hint={`${photoWords.people} A JPEG or PNG, up to 25 MB. ${room}`}
        accept="image/jpeg,image/png"
      />
      <div className="actions">
        <Button pending="Sending the photo…">Add this photo</Button>
      </div>
    </Form>
  )
}
