import type { ReactNode } from 'react'

type Figure = { key: string; name: string; value: string; definition: string }

/** Figures side by side, each with how it is counted. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="figures">
      {figures.map(({ key, name, value, definition }) => (
        <li key={key} className="card">
          <h3>{name}</h3>
          <p className={/^[\d,]+( or more)?$/.test(value) ? 'value number' : 'value'}>{value}</p>
          <Counted name={name}>{definition}</Counted>
        </li>
      ))}
    </ul>
  )
}

export function Counted({ name, children }: { name: string; children: ReactNode }) {
  return (
    <details className="more">
      <summary>
        How this is counted<span className="sr">: {name}</span>
      </summary>
      <p>{children}</p>
    </details>
  )
}
