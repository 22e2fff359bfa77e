import { notices } from '~/words/en/notices'
import { FileField } from './fields'

export const documentKinds =
  '.pdf,.docx,.odt,.txt,.jpg,.jpeg,.png,application/pdf,text/plain,image/jpeg,image/png'

/** The box for the file of a policy. Photos of a paper one may be chosen all at once. */
export function PolicyFileField({ label, room }: { label: string; room?: string }) {
  return (
    <FileField
      name="file"
      label={label}
      hint={
        <>
          <p>
            A PDF, a Word document (DOCX), an OpenDocument text (ODT) or a text file, up to 25 MB.
          </p>
          <p>
            Is it on paper? Take a photo of each page and choose the photos together. They become
            one PDF, in the order of your choice.
          </p>
          <p>
            {notices.noIncidents} {room}
          </p>
        </>
      }
      accept={documentKinds}
      multiple
    />
  )
}
