export function findBrowser(): Promise<string | null>
export const browserArguments: string[]
