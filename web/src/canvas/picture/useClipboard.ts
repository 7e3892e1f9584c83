import { useEffect, useRef, type RefObject } from 'react';
import { deleteElements } from './elements';
import type { KindClient, PictureParts } from './KindClient';
import type { ViewportControls } from './useViewport';

/** Copies what is selected as text, and puts in what was copied here or elsewhere, while the picture has the focus. */
export function useClipboard(element: RefObject<HTMLElement>, kind: KindClient, { session, report }: PictureParts, controls: ViewportControls): void {
  const latest = useRef(controls);
  latest.current = controls;

  useEffect(() => {
    // Browsers don't agree on whom they tell when nothing is selected that they know of.
    const isMeant = () => document.activeElement === element.current;

    /** @returns The elements that were copied. */
    function copy(event: ClipboardEvent): ReadonlyArray<string> {
      const { selection } = session.current();
      if (!isMeant() || selection.length === 0) return [];
      event.preventDefault();
      const copied = kind.copied(session, selection);
      report(copied === null ? 'cantBeCopied' : null);
      if (copied) event.clipboardData?.setData('text/plain', copied.text);
      return copied?.ids ?? [];
    }

    function cut(event: ClipboardEvent): void {
      const ids = copy(event);
      if (ids.length > 0) report(deleteElements(session, ids));
    }

    function paste(event: ClipboardEvent): void {
      if (!isMeant()) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
      const { origin } = session.current();
      const { x, y } = latest.current.middle();
      latest.current.hold();
      report(kind.paste(session, text, { x: x - origin.x, y: y - origin.y }));
    }

    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [element, kind, session, report]);
}
