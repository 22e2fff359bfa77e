type QrSquareProps = { path: string; size: number; label: string; width: number }

/** A QR code drawn as one path. It stays dark on light in both color schemes, or cameras miss it. */
export function QrSquare({ path, size, label, width }: QrSquareProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={width}
      height={width}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
