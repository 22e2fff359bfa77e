import { cardNotices } from '~/words/en/cards'
import { FileField } from './fields'

/** The box for a photo or PDF of somebody's card. */
export function CardField({ room, optional }: { room: string; optional?: boolean }) {
  return (
    <FileField
      name="file"
      label="Photo or PDF of the card"
      hint={`${cardNotices.hint} ${room}`}
      accept="application/pdf,image/jpeg,image/png"
      optional={optional}
    />
  )
}
