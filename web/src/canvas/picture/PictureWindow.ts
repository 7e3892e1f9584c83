import type { PicturePieces } from '../engine/Drawing';

/** A stretch of a picture from the top down, in pixels of the picture. */
export type Stretch = { readonly top: number; readonly bottom: number };

/** A large picture, of which only what is near to what is seen gets into the page: to put all in would hold the keys up for seconds. */
export class PictureWindow {
  constructor(
    private readonly picture: string,
    private readonly pieces: PicturePieces,
  ) {}

  /** The picture with those of its elements only that reach into a stretch. */
  within({ top, bottom }: Stretch): string {
    const { starts, extents } = this.pieces;
    const count = starts.length - 1;
    const kept = [this.picture.slice(0, starts[0])];
    for (let index = 0; index < count; index++) {
      if ((extents[2 * index] ?? 0) > bottom || (extents[2 * index + 1] ?? 0) < top) continue;
      kept.push(this.picture.slice(starts[index], starts[index + 1]));
    }
    kept.push(this.picture.slice(starts[count]));
    return kept.join('');
  }

  /** How far down a part of an element is, also of one that is not in the page; null if there is none. */
  stretchOf(id: string, isMain: (part: string) => boolean): Stretch | null {
    const { starts, extents } = this.pieces;
    const escaped = id.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    const opening = `<g data-id="${escaped}" data-part="`;
    for (let index = 0; index < starts.length - 1; index++) {
      const start = starts[index] ?? 0;
      if (!this.picture.startsWith(opening, start)) continue;
      const part = this.picture.slice(start + opening.length, this.picture.indexOf('"', start + opening.length));
      if (isMain(part)) return { top: extents[2 * index] ?? 0, bottom: extents[2 * index + 1] ?? 0 };
    }
    return null;
  }
}

/**
 * The stretch to have in the page for what is seen: a window's height more on both sides. It stays the same while one moves a little, so that
 * not each step of a wheel changes the page.
 */
export function stretchAround(seen: Stretch): Stretch {
  const height = Math.max(seen.bottom - seen.top, 1);
  const step = Math.floor(seen.top / height);
  return { top: (step - 1) * height, bottom: (step + 3) * height };
}
