/** The lamp by the door. */
export function LampMark({ size = 34 }: { size?: number }) {
  return (
    <svg width={(size * 28) / 34} height={size} viewBox="0 0 28 34" aria-hidden="true">
      <g fill="none" stroke="#f2a93b" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round">
        <path d="M14 1v3M8.5 9.5 11 5h6l2.5 4.5" />
        <path d="M6 9.5h16l2.5 17.5h-21z" />
        <path d="M8 32.5h12" />
      </g>
      <path fill="#f2a93b" d="M14 12.5c2.8 3.3 4 5.2 4 7.2a4 4 0 0 1-8 0c0-2 1.2-3.9 4-7.2z" />
    </svg>
  )
}
