import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { PicturePieces } from '../engine/Drawing';
import type { DiagramState } from '../session/DiagramState';
import { Geometry, partsIn, type Part } from './Geometry';
import { PictureWindow, stretchAround } from './PictureWindow';
import { glide, standingOf, type Standing } from './gliding';
import type { KindClient } from './KindClient';
import { showPicture } from './showPicture';
import type { ViewportControls } from './useViewport';

/** The part of a picture that belongs into the page: all of it, or of a large one what is near to what is seen. */
export function usePictureInView(picture: string, pieces: PicturePieces | null, { viewport, size }: ViewportControls): string {
  const whole = useMemo(() => pieces && new PictureWindow(picture, pieces), [picture, pieces]);
  const { top, bottom } = stretchAround({ top: -viewport.y / viewport.scale, bottom: (size.height - viewport.y) / viewport.scale });
  return useMemo(() => (whole ? whole.within({ top, bottom }) : picture), [whole, picture, top, bottom]);
}

/** Puts a picture into an element of the page, and measures it there. What an edit moves glides, unless the page is to be still. */
export function useShownPicture(content: RefObject<HTMLElement>, picture: string, state: DiagramState, kind: KindClient): () => Geometry | null {
  const geometry = useRef<Geometry | null>(null);
  const latest = useRef({ state, kind, standing: new Map() as Standing });
  latest.current.state = state;
  latest.current.kind = kind;
  useLayoutEffect(() => {
    if (!content.current) return;
    showPicture(content.current, picture);
    const svg = content.current.querySelector('svg');
    geometry.current = svg ? Geometry.of(svg) : null;
    const { standing } = latest.current;
    const { origin, pieces, isPreview } = latest.current.state;
    if (!svg || pieces) return;
    const now = standingOf(svg, origin);
    latest.current.standing = now;
    // What is dragged follows the pointer at once.
    if (!isPreview && !stillness.matches) glide(svg, standing, now, latest.current.kind.isLine);
  }, [content, picture]);
  return useCallback(() => geometry.current, []);
}

/** What the person has asked of their system. */
const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Where elements of a picture in the page are: measured when the picture is there, and before anybody sees it. */
export function useElementParts(
  content: RefObject<HTMLElement>,
  picture: string,
  ids: ReadonlyArray<string>,
  isMainPart: (part: string) => boolean,
): ReadonlyArray<Part> {
  const [parts, setParts] = useState<ReadonlyArray<Part>>([]);
  useLayoutEffect(() => {
    const svg = content.current?.querySelector('svg');
    setParts(svg ? partsIn(svg, ids, isMainPart) : []);
  }, [content, picture, ids, isMainPart]);
  return parts;
}
