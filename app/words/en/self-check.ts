/** The words of the venue's own check, which only the venue reads. */
export const selfCheckWords = {
  title: 'Your readiness check',
  private: 'Only the people of your venue read this. No share takes it along.',
  open: 'Leave this open',
} as const
