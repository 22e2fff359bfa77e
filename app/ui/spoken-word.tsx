import './styles/spoken-word.css'
import type { ReactNode } from 'react'

type SpokenWordProps = { word: string; title: string; email: string; children?: ReactNode }

/** The word that opens a mailed link, shown once, with what to do with it. */
export function SpokenWord({ word, title, email, children }: SpokenWordProps) {
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">A link is on its way to {email}. It opens only with this word:</p>
      <p className="spoken-word">{word}</p>
      <ol>
        <li>Call them on a number that you know, or tell them in person.</li>
        <li>Read the word out: two words and two digits. They write it down.</li>
        <li>They open the link in their email and type it.</li>
      </ol>
      <p>
        The word is shown this once. Do not send it by email or in a message: whoever reads their
        mail could then be them.
      </p>
      {children}
    </>
  )
}
