import { createContext, useContext } from 'react'

/** The nonce of this response. Only the server knows it: in the browser it is undefined. */
const Nonce = createContext<string | undefined>(undefined)

export const NonceProvider = Nonce.Provider

export function useNonce(): string | undefined {
  return useContext(Nonce)
}
