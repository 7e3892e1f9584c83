import { useEffect, useRef, useState } from 'react';
import { diagramPicture } from '../api/diagrams';
import { usePalette } from './theme';

/** Pictures that were drawn, by diagram, revision and palette: a list that is shown again asks for none of them. */
const pictures = new Map<string, string>();
const most = 200;

async function load(id: string, revision: number, palette: string): Promise<string> {
  const key = `${id} ${revision} ${palette}`;
  const known = pictures.get(key);
  if (known) return known;
  const address = URL.createObjectURL(await diagramPicture(id, 'svg', { theme: palette }));
  pictures.set(key, address);
  const [oldest] = pictures;
  if (pictures.size > most && oldest) {
    URL.revokeObjectURL(oldest[1]);
    pictures.delete(oldest[0]);
  }
  return address;
}

/** A small picture of a diagram as it is now, drawn when it comes into view. */
export function Thumbnail({ id, revision }: { id: string; revision: number }): JSX.Element {
  const palette = usePalette();
  const box = useRef<HTMLDivElement>(null);
  const [address, setAddress] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      load(id, revision, palette).then(
        (loaded) => isCurrent && setAddress(loaded),
        () => undefined,
      );
    });
    if (box.current) observer.observe(box.current);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, [id, revision, palette]);

  return (
    <div className="thumbnail" ref={box}>
      {address && <img src={address} alt="" draggable={false} />}
    </div>
  );
}
