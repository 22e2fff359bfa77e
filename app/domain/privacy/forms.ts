import { z } from 'zod/mini'
import { isDay } from '../dates'
import { line } from '../forms'

const chooseDay = 'Choose the day until which it is kept.'

export const KeepLongerForm = z.object({
  because: line('Say in a sentence why it is kept longer.', 500),
  until: z.string(chooseDay).check(z.refine((text) => isDay(text), chooseDay)),
})
export type KeepLonger = z.output<typeof KeepLongerForm>
