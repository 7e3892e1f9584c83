import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { sizeOf } from '../picture/sizeOf';
import type { DiagramSession } from '../session/DiagramSession';
import { sheetsFor } from './printing';

/** The diagram as it is printed: alone, with its name, in light colours; made when the browser is about to print. */
export function PrintSheets({ session }: { session: DiagramSession }): JSX.Element | null {
  const [picture, setPicture] = useState<string | null>(null);

  useEffect(() => {
    // The browser takes the page as it is when this returns.
    const before = () => flushSync(() => setPicture(session.printable()));
    const after = () => setPicture(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [session]);

  if (picture === null) return null;
  const { width, height } = sizeOf(picture);
  const { isLandscape, slices } = sheetsFor(width, height);
  const { name } = session.current();
  return (
    <div className={isLandscape ? 'print-sheets print-landscape' : 'print-sheets'}>
      {slices.map((slice, index) => (
        <section key={index} className="print-sheet">
          <h1>
            {name}
            {slices.length > 1 && <span>{` ${index + 1}/${slices.length}`}</span>}
          </h1>
          <svg viewBox={`${slice.x} ${slice.y} ${slice.width} ${slice.height}`} style={{ maxWidth: slice.width, maxHeight: slice.height }}>
            <g dangerouslySetInnerHTML={{ __html: picture }} />
          </svg>
        </section>
      ))}
    </div>
  );
}
