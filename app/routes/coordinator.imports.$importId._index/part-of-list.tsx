import { RadioGroup } from '~/ui/choices'
import { Notice } from '~/ui/notice'
import { countOf, formatNumber } from '~/words/en/format'

type Report = { known?: number; vanished?: number }

/** Stops at a list that lacks many licenses. */
export function PartOfList({ report: { known = 0, vanished = 0 } }: { report: Report }) {
  return (
    <Notice tone="warning" title="This may be a part of the list">
      {`It lacks ${formatNumber(vanished)} of the ${formatNumber(known)} licenses on file. If you meant to send the whole list, choose another file. If not, say below which it is.`}
    </Notice>
  )
}

/** Without an answer the list is not imported. */
export function WholeOrPart({ vanished }: { vanished: number }) {
  const lacking = countOf(vanished, 'license that it lacks', 'licenses that it lacks')
  return (
    <RadioGroup
      name="extent"
      legend="Is this the whole list?"
      choices={[
        {
          value: 'part',
          label: 'It is a part of the list',
          hint: `Import it, and leave the ${lacking} as they are.`,
        },
        {
          value: 'whole',
          label: 'It is the whole list',
          hint: `Import it, and mark the ${lacking} as not on the list any more. No venue is removed.`,
        },
      ]}
    />
  )
}
