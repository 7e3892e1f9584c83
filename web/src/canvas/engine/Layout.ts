import type { Diagram } from '../../api/schema';

/** Where elements are to stand, by their ids, in pixels of a plane of their own: what a diagram's `layout` holds. */
export type Layout = Diagram['layout'];

export type Position = Layout[string];

/** Where the elements of a picture stand, where those are that had to give way, and where the plane's 0 is on the picture. */
export type Places = { readonly origin: { readonly x: number; readonly y: number }; readonly places: Layout; readonly displaced: Layout };

/** What is more than this is not remembered: the server takes 256 KiB, and what somebody has placed has to have room. In letters of JSON. */
const mostRemembered = 240_000;

/** As the engine takes them: fields with zero bytes between, lengths in eighths of a pixel. */
export function fieldsOf(layout: Layout): string {
  const eighths = (length: number | null | undefined) => String(Math.round((length ?? 0) * 8));
  return Object.entries(layout)
    .flatMap(([id, { x, y, width, height, automatic, path }]) => [
      id,
      eighths(x),
      eighths(y),
      eighths(width),
      eighths(height),
      automatic === true ? '0' : '1',
      (path ?? []).map(eighths).join(' '),
    ])
    .join('\0');
}

/**
 * What is to be drawn next stands where it stands now.
 *
 * @param layout What was drawn with; what it has of elements that are gone stays, for they may come back.
 * @param places As the engine tells them of the picture that was drawn ({@link Places}).
 */
export function remembered(layout: Layout, places: string): Layout {
  const shown = (JSON.parse(places) as Places).places;
  if (Object.keys(shown).length === 0) return layout;
  const isTooMuch = places.length > mostRemembered;
  const kept = isTooMuch ? layout : withoutGone(layout, shown);
  const all = isTooMuch ? Object.entries({ ...kept, ...shown }).filter(([, one]) => one.automatic !== true) : Object.entries({ ...kept, ...shown });
  return Object.fromEntries(all);
}

/** Of lines, and of more elements than there are, nothing is kept but what somebody has placed. */
function withoutGone(layout: Layout, shown: Layout): Layout {
  const gone = Object.entries(layout).filter(([id]) => !(id in shown));
  const most = Object.keys(shown).length;
  return Object.fromEntries(gone.filter(([, one], index) => one.automatic !== true || (!one.path && index < most)));
}
