import { useMemo } from 'react';
import { qrShape } from './qrShape';

/** Pixels of a module; a whole number, so that all of them are alike. */
const scale = 4;

/** A text as a QR code; black on white in the dark theme too, as scanners want it. */
export function QrCode({ text, label }: { text: string; label: string }): JSX.Element {
  const { size, path } = useMemo(() => qrShape(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      className="qr-code"
      width={size * scale}
      height={size * scale}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
