import { HiddenField } from '~/ui/fields'

/** What was answered so far, so that the next form of the page says it too. */
export function Answers({ answers }: { answers: { name: string; value: string }[] }) {
  return answers.map((given, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the columns' answers share a name and stand in their order
    <HiddenField key={i} {...given} />
  ))
}
