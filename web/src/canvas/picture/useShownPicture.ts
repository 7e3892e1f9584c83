import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { boxIn, Geometry, type Box } from './Geometry';
import { showPicture } from './showPicture';

/** Puts a picture into an element of the page, and measures it there. */
export function useShownPicture(content: RefObject<HTMLElement>, picture: string): () => Geometry | null {
  const geometry = useRef<Geometry | null>(null);
  useLayoutEffect(() => {
    if (!content.current) return;
    showPicture(content.current, picture);
    const svg = content.current.querySelector('svg');
    geometry.current = svg ? Geometry.of(svg) : null;
  }, [content, picture]);
  return useCallback(() => geometry.current, []);
}

/** Where an element of a picture in the page is: measured when the picture is there, and before anybody sees it. */
export function useElementBox(
  content: RefObject<HTMLElement>,
  picture: string,
  id: string | null,
  isMainPart: (part: string) => boolean,
): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const svg = content.current?.querySelector('svg');
    setBox(svg && id !== null ? boxIn(svg, id, isMainPart) : null);
  }, [content, picture, id, isMainPart]);
  return box;
}
