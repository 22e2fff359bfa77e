import { notices } from '~/words/en/notices'
import { FileField } from './fields'

const kinds = '.pdf,.docx,.odt,.txt,.jpg,.jpeg,.png,application/pdf,text/plain,image/jpeg,image/png'

/** The box for the file of a policy. Photos of a paper one may be chosen all at once. */
export function PolicyFileField({ label, room }: { label: string; room?: string }) {
  return (
    <FileField
      name="file"
      label={label}
      hint={
        <>
          A PDF, a Word document (DOCX), an OpenDocument text (ODT) or a text file, up to 25 MB. Is
          it on paper? Take a photo of each page and choose the photos together: they become one PDF
          in the order in which you choose them. {notices.noIncidents} {room}
        </>
      }
      accept={kinds}
      multiple
    />
  )
}
