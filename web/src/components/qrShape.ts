import qrcode from 'qrcode-generator';

export type QrShape = { readonly size: number; readonly path: string };

/** Around the code, in modules: scanners want that much (ISO/IEC 18004, 5.3.8). */
const quietZone = 4;

/** A text as a QR code: the dark modules as a path, in a square with its quiet zone. */
export function qrShape(text: string): QrShape {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) {
      const start = column;
      while (column < count && code.isDark(row, column)) column++;
      const length = column - start;
      if (length > 0) path += `M${start + quietZone} ${row + quietZone}h${length}v1h-${length}z`;
    }
  return { size: count + 2 * quietZone, path };
}
