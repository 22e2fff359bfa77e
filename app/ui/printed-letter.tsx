import './styles/printed-letter.css'
import type { ReactNode } from 'react'
import { QrSquare } from './qr-square'

type PrintedLetterProps = {
  to: { name: string; address: string }
  date: string
  code: string
  url: string
  square: { path: string; size: number }
  from: string
  program: { name: string; contactEmail: string; contactPhone: string }
  children: ReactNode
}

/** A letter for paper: one sheet of US Letter or A4, with a code to type and a square to scan. */
export function PrintedLetter(props: PrintedLetterProps) {
  const { to, date, code, url, square, from, program, children } = props
  return (
    <article className="letter sheet paper-letter">
      <p className="from">
        {program.name} · {date}
      </p>
      <address>
        {to.name}
        <br />
        {to.address}
      </address>
      {children}
      <div className="claim">
        <QrSquare {...square} label={`QR code that opens ${url} with this code`} width={168} />
        <div className="flow">
          <p>Scan the square, or go to</p>
          <p>
            <strong>{url}</strong>
          </p>
          <p>and type this code:</p>
          <p className="claim-code">{code}</p>
        </div>
      </div>
      <p>
        Would you rather talk first? Call {program.contactPhone} or write to {program.contactEmail}.
      </p>
      <p>
        With kind regards
        <br />
        {from}, for {program.name}
      </p>
    </article>
  )
}
