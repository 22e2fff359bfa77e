/** 12 characters of 5 random bits each: 60 bits, too many to guess. */
export const claimCodeLength = 12

/** A claim code as it is printed, in groups of four: "7K3M-9XQD-22AB". */
export function shownClaimCode(code: string): string {
  return (
    code
      .toUpperCase()
      .match(/.{1,4}/g)
      ?.join('-') ?? ''
  )
}
