/** The room of a page of paper at 96 pixels an inch, upright, without its margins: what A4 and Letter have in common. */
const page = { width: 700, height: 930 };
/** Below this the letters of a picture can't be read on paper. */
const smallest = 0.55;
/** More are not made: each holds the whole picture. What is longer is printed smaller. */
const mostSheets = 12;

/** A part of a picture that goes on a page, in pixels of the picture. */
export type Slice = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Sheets = { readonly isLandscape: boolean; readonly slices: ReadonlyArray<Slice> };

/** Puts a picture on as few pages as it can be read on: on one, if it is not too small there; else in equal parts on several. */
export function sheetsFor(width: number, height: number): Sheets {
  const upright = slicesOf(width, height, page);
  const across = slicesOf(width, height, { width: page.height, height: page.width });
  if (upright.length !== across.length)
    return upright.length < across.length ? { isLandscape: false, slices: upright } : { isLandscape: true, slices: across };
  const isLandscape = scaleOn(across[0], page.height, page.width) > scaleOn(upright[0], page.width, page.height);
  return { isLandscape, slices: isLandscape ? across : upright };
}

function scaleOn(slice: Slice | undefined, width: number, height: number): number {
  return slice ? Math.min(1, width / slice.width, height / slice.height) : 1;
}

function slicesOf(width: number, height: number, room: { width: number; height: number }): Slice[] {
  let scale = smallest;
  const columnsAt = () => Math.max(1, Math.ceil((width * scale) / room.width));
  const rowsAt = () => Math.max(1, Math.ceil((height * scale) / room.height));
  while (columnsAt() * rowsAt() > mostSheets) scale *= 0.9;
  const [columns, rows] = [columnsAt(), rowsAt()];
  const slices: Slice[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      slices.push({ x: (column * width) / columns, y: (row * height) / rows, width: width / columns, height: height / rows });
  return slices;
}
